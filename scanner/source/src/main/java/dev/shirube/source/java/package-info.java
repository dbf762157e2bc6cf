/** Java source text in the common form, by Eclipse JDT: with bindings where types resolve, by imports and names where not. */
package dev.shirube.source.java;
