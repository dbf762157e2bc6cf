/** JOSE in any text: keys as JSON (RFC 7517, RFC 8037, RFC 9964) and signed or encrypted tokens (RFC 7515, RFC 7516). */
package dev.shirube.material.jose;
