/** The products whose settings are known, each a table of data: which files, which syntax, which directive means what. */
package dev.shirube.material.settings.table;
