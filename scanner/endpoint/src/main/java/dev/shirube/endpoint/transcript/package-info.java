/** What was said on the wire to one endpoint, kept byte for byte in a canonical text: an endpoint's scan input. */
package dev.shirube.endpoint.transcript;
