/** Decides on raw bytes, in one pass, which inputs are worth parsing. */
package dev.shirube.engine.prefilter;
