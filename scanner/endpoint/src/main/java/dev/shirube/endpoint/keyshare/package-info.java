/** Key shares that a probe needs to read a TLS 1.3 server's certificate; Bouncy Castle only where the JDK lacks one. */
package dev.shirube.endpoint.keyshare;
