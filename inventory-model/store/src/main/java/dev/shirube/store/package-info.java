/** Findings by interval, snapshots, the register and documents, in a file of SQLite or a schema of PostgreSQL. */
package dev.shirube.store;
