/** ZIP archives read by their central directory, from a file or from memory, entry by entry (PKWARE APPNOTE 6.3.10). */
package dev.shirube.engine.zip;
