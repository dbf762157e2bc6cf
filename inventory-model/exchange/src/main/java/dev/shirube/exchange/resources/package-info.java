/** The office's resources as JSON, for other programs. */
package dev.shirube.exchange.resources;
