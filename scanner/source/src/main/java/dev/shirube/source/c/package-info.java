/** C and C++: one lowering for both, because the grammar of the second holds the first. */
package dev.shirube.source.c;
