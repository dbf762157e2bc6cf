/** Tables as values: a row type whose annotated components are the columns, and the cells an encoder writes. */
package dev.shirube.reports.table;
