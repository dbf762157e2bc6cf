package dev.shirube.endpoint.starttls;

/** Reads elements of the Basic Encoding Rules as LDAP restricts them (RFC 4511 section 5.1): one-byte tags, known lengths. */
final class BerReader {
    private static final int LONG_FORM = 0x80;
    /** Lengths of more bytes are beyond every bound here. */
    private static final int LENGTH_BYTES = 4;

    private final byte[] bytes;
    private final int end;
    private int at;

    BerReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private BerReader(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    /** How many bytes the first element has altogether; 0 while it is not known. */
    static int size(byte[] held, int length) throws DialogueException {
        if (length < 2) {
            return 0;
        }
        int first = held[1] & 0xFF;
        if (first < LONG_FORM) {
            return 2 + first;
        }
        int count = first - LONG_FORM;
        if (count == 0 || count > LENGTH_BYTES) {
            throw DialogueException.malformed("a length that LDAP does not have");
        }
        if (length < 2 + count) {
            return 0;
        }
        long size = 0;
        for (int i = 0; i < count; i++) {
            size = size << 8 | held[2 + i] & 0xFF;
        }
        return (int) Math.min(2 + count + size, Integer.MAX_VALUE);
    }

    /** What the next element holds, which has that tag. */
    BerReader element(int tag) throws DialogueException {
        if (at + 2 > end || (bytes[at] & 0xFF) != tag) {
            throw DialogueException.malformed("an element of a message is missing");
        }
        int count = (bytes[at + 1] & LONG_FORM) == 0 ? 0 : bytes[at + 1] & 0x7F;
        byte[] head = new byte[Math.min(2 + count, end - at)];
        System.arraycopy(bytes, at, head, 0, head.length);
        int size = size(head, head.length);
        if (size == 0 || size > end - at) {
            throw DialogueException.malformed("an element is longer than its message");
        }
        BerReader content = new BerReader(bytes, at + 2 + count, at + size);
        at += size;
        return content;
    }

    /** The content as a number that is not negative. */
    int number() throws DialogueException {
        if (at == end || end - at > LENGTH_BYTES || bytes[at] < 0) {
            throw DialogueException.malformed("a number out of range");
        }
        int number = 0;
        for (int i = at; i < end; i++) {
            number = number << 8 | bytes[i] & 0xFF;
        }
        return number;
    }
}
