/** Which version of a library brings which post-quantum cryptography, and on what evidence. */
package dev.shirube.domain.readiness;
