/** Python: how its syntax is told in the terms that all languages share. */
package dev.shirube.source.python;
