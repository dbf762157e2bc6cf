/** Keys of SSH in the formats of other tools than OpenSSH, and its Diffie-Hellman groups. */
package dev.shirube.material.ssh;
