/** Writes the table of class fingerprints from published JARs; run by hand. */
package dev.shirube.build.fingerprint;
