/** What earlier scans saw, kept in files, so that what has not changed need not be looked at again. */
package dev.shirube.shell.cache;
