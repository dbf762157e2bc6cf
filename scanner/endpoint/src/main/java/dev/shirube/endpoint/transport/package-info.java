/** The one place that opens sockets: to the named target alone, within absolute deadlines. */
package dev.shirube.endpoint.transport;
