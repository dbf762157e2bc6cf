/** JSON, YAML, TOML and XML texts as trees with line numbers, bounded in depth and size. */
package dev.shirube.material.document;
