/** Java source text to call sites, by Eclipse JDT: with bindings where types resolve, by imports and names where not. */
package dev.shirube.source.java;
