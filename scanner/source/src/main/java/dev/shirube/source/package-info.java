/** The detector for source text, and the one list of languages that it reads. */
package dev.shirube.source;
