/** Crypto APIs as rows of data, and the one interpreter that turns a call site, from bytecode or source, into a finding. */
package dev.shirube.catalogue;
