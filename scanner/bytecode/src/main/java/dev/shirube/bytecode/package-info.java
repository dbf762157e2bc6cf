/** To be written. */
package dev.shirube.bytecode;
