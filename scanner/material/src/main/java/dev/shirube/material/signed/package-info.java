/** Signed and encrypted documents: XML signatures and encryption, SAML metadata, and signatures in PDF. */
package dev.shirube.material.signed;
