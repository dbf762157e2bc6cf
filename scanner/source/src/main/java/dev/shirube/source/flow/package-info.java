/** Follows values through programs of any language, and finds the calls of the catalogue in them. */
package dev.shirube.source.flow;
