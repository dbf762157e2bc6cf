package dev.shirube.material.openpgp;

import java.util.Arrays;
import java.util.Optional;

/**
 * One packet (RFC 9580 section 4).
 *
 * @param type packet type id, as in section 5
 * @param body its content; of content in parts (section 4.2.1.4) all parts put together
 */
record Packet(int type, byte[] body) {

    static final int SESSION_KEY = 1;
    static final int SIGNATURE = 2;
    static final int SYMMETRIC_SESSION_KEY = 3;
    static final int ONE_PASS_SIGNATURE = 4;
    static final int SECRET_KEY = 5;
    static final int PUBLIC_KEY = 6;
    static final int SECRET_SUBKEY = 7;
    static final int COMPRESSED = 8;
    static final int ENCRYPTED = 9;
    static final int MARKER = 10;
    static final int LITERAL = 11;
    static final int TRUST = 12;
    static final int USER_ID = 13;
    static final int PUBLIC_SUBKEY = 14;
    static final int USER_ATTRIBUTE = 17;
    static final int ENCRYPTED_WITH_INTEGRITY = 18;

    boolean is(int... types) {
        return Arrays.stream(types).anyMatch(it -> it == type);
    }

    /** Whether a primary key or subkey begins here. */
    boolean isKey() {
        return is(PUBLIC_KEY, SECRET_KEY, PUBLIC_SUBKEY, SECRET_SUBKEY);
    }

    /** The type that a first octet tells, if it is that of a packet at all. */
    static Optional<Integer> typeOf(int octet) {
        if ((octet & 0x80) == 0) {
            return Optional.empty();
        }
        int type = (octet & 0x40) != 0 ? octet & 0x3f : octet >> 2 & 0x0f;
        return type == 0 ? Optional.empty() : Optional.of(type);
    }
}
