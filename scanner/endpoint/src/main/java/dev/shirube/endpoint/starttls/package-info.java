/** The talk in clear by which a server is asked to go over to TLS, before the TLS conversation in the same connection. */
package dev.shirube.endpoint.starttls;
