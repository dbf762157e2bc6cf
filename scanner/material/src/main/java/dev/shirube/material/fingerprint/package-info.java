/** Libraries known by the shape of their classes, which relocation to another package does not change. */
package dev.shirube.material.fingerprint;
