/** The TLS servers that the demo and the tests start on loopback, with fixed certificates so that results repeat. */
package dev.shirube.examples;
