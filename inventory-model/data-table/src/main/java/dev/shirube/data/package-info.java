/** Facts as read-only trees: one binary form for every table the program carries, read without a parser. */
package dev.shirube.data;
