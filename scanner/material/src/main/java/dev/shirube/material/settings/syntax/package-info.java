/** The syntaxes of settings files: bytes in, entries with their enclosing blocks and lines out; bounded, and nothing expanded. */
package dev.shirube.material.settings.syntax;
