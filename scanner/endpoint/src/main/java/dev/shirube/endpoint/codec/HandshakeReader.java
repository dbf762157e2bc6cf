package dev.shirube.endpoint.codec;

import java.util.Arrays;
import java.util.Optional;

/** Joins the fragments of handshake records into whole messages (RFC 8446 section 4). */
final class HandshakeReader {
    private static final int HEADER = 4;
    /** The largest message taken: a chain of twenty post-quantum certificates has its place in it. */
    private static final int MAXIMUM = 128 << 10;

    private byte[] buffer = new byte[0];

    /** One handshake message with its header. */
    record Message(int type, byte[] bytes) {
        ByteReader body() throws TlsFormatException {
            ByteReader reader = new ByteReader(bytes);
            reader.bytes(HEADER);
            return reader;
        }
    }

    void offer(byte[] fragment) {
        byte[] joined = Arrays.copyOf(buffer, buffer.length + fragment.length);
        System.arraycopy(fragment, 0, joined, buffer.length, fragment.length);
        buffer = joined;
    }

    Optional<Message> next() throws TlsFormatException {
        if (buffer.length < HEADER) {
            return Optional.empty();
        }
        int size = (buffer[1] & 0xFF) << 16 | (buffer[2] & 0xFF) << 8 | buffer[3] & 0xFF;
        if (size > MAXIMUM) {
            throw TlsFormatException.limit(
                    "a handshake message of " + size + " bytes; at most " + MAXIMUM + " are read");
        }
        if (buffer.length < HEADER + size) {
            return Optional.empty();
        }
        Message message = new Message(buffer[0], Arrays.copyOf(buffer, HEADER + size));
        buffer = Arrays.copyOfRange(buffer, HEADER + size, buffer.length);
        return Optional.of(message);
    }

    boolean isEmpty() {
        return buffer.length == 0;
    }
}
