package dev.shirube.endpoint.ssh;

/** Numbers of the SSH protocol (RFC 4250 section 4.1, RFC 4419 section 5). */
final class Ssh {
    static final int DISCONNECT = 1;
    static final int KEXINIT = 20;
    /** SSH_MSG_KEXDH_INIT, and the same of every method since (RFC 5656, RFC 8731, RFC 10042). */
    static final int KEX_INIT = 30;
    /** SSH_MSG_KEXDH_REPLY; of a group exchange it is the group. */
    static final int KEX_REPLY = 31;

    static final int GEX_GROUP = 31;
    static final int GEX_INIT = 32;
    static final int GEX_REPLY = 33;
    static final int GEX_REQUEST = 34;

    /** What this program calls itself (RFC 4253 section 4.2). */
    static final String IDENTIFICATION = "SSH-2.0-Shirube";

    private Ssh() {}
}
