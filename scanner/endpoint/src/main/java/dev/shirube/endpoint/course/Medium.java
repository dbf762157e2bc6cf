package dev.shirube.endpoint.course;

/** What carries a conversation. */
public enum Medium {
    /** A connection (RFC 9293). */
    TCP,
    /** Datagrams (RFC 768): each opening or answer of ours is one datagram, and so is each that is received. */
    UDP
}
