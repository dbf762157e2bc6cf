/** Reads source text without a grammar, by a window of tokens: what is left where tree-sitter's native library does not run. */
package dev.shirube.source.window;
