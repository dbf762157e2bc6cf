/** Concrete syntax trees by tree-sitter, copied out of native memory at once. */
package dev.shirube.source.tree;
