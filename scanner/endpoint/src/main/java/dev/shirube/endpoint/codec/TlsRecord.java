package dev.shirube.endpoint.codec;

/** One record (RFC 8446 section 5.1): its header, which authenticated encryption covers, and its fragment. */
record TlsRecord(int type, byte[] header, byte[] fragment) {}
