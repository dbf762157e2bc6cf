package dev.shirube.endpoint.codec;

/**
 * One KeyShareEntry (RFC 8446 section 4.2.8).
 *
 * @param group code point of the group
 * @param keyExchange public value, not changed after this
 */
public record KeyShareEntry(int group, byte[] keyExchange) {}
