/** Class files to findings: the call sites of catalogue members, with what can be known of their arguments. */
package dev.shirube.bytecode;
