/** The databases in which NSS (Firefox, Thunderbird, 389 Directory Server) keeps certificates and keys: their public parts. */
package dev.shirube.material.nss;
