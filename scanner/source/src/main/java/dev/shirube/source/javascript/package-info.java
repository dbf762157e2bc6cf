/** JavaScript and TypeScript, whose grammars name what they share alike: one reader for both. */
package dev.shirube.source.javascript;
