/** A source file in the terms that all languages share: what a language's reader makes of its syntax, and what values are followed through. */
package dev.shirube.source.program;
