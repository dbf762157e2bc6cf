/** Build-time only: authored YAML in, binary tables out. Nothing here is on the program's class path. */
package dev.shirube.build;
