/** TLS on the wire as pure functions of bytes: hellos, records, handshake messages and the keys of one handshake. */
package dev.shirube.endpoint.codec;
