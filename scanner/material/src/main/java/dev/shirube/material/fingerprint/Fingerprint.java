package dev.shirube.material.fingerprint;

/**
 * What {@link ClassFingerprint} reads from one class file.
 *
 * @param name the class's own name as class files write it, with slashes
 * @param digest which stays the same in another package
 */
public record Fingerprint(String name, String digest) {}
