/**
 * The SSH transport protocol (RFC 4253) up to the server's host key, all of it in clear: codec, conversation, course, and
 * what the transcript means.
 */
package dev.shirube.endpoint.ssh;
