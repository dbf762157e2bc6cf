/** TLS endpoints: a reader that shakes hands and records a transcript, and a detector that says what it means. */
package dev.shirube.endpoint;
