/** Findings by interval, snapshots, the register and documents, in one embedded database file. */
package dev.shirube.store;
