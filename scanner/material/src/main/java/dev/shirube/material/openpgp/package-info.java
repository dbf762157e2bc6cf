/** OpenPGP: keys, signatures and encrypted messages, armoured and binary (RFC 4880, RFC 9580, RFC 9980, LibrePGP). */
package dev.shirube.material.openpgp;
