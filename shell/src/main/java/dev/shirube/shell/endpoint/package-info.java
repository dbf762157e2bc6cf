/** Endpoints as they are written on the command line: names, addresses, blocks and ranges of them. Nothing is looked up. */
package dev.shirube.shell.endpoint;
