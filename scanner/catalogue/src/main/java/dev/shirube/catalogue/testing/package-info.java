/** Marked fixtures: sources that say on the line itself what must be found there, and the comparison with what was. */
package dev.shirube.catalogue.testing;
