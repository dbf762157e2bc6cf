/** What the readers and writers of SSH and IKE messages have in common: bounded, big-endian, and pure. */
package dev.shirube.endpoint.wire;
