package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.wire.WireFormatException;
import java.util.Arrays;
import java.util.Optional;

/** Cuts datagrams, as they came or joined as a transcript keeps them, into messages by the length that each names. */
final class IkeStream {
    /** As long as a datagram can be. */
    private static final int MAX_MESSAGE = 65_507;

    private final int marker;
    private byte[] buffer = {};

    /**
     * A stream.
     *
     * @param marked whether each message has the non-ESP marker of port 4500 before it (RFC 3948 section 2.2)
     */
    IkeStream(boolean marked) {
        marker = marked ? 4 : 0;
    }

    void offer(byte[] bytes, int from, int count) {
        byte[] joined = Arrays.copyOf(buffer, buffer.length + count);
        System.arraycopy(bytes, from, joined, buffer.length, count);
        buffer = joined;
    }

    /** The next whole message without its marker; nothing while it is incomplete. */
    Optional<byte[]> next() throws WireFormatException {
        for (int i = 0; i < Math.min(marker, buffer.length); i++) {
            if (buffer[i] != 0) {
                throw WireFormatException.otherProtocol("a datagram without the marker that IKE has on this port");
            }
        }
        if (buffer.length < marker + Ike.HEADER) {
            return Optional.empty();
        }
        int at = marker + Ike.HEADER - 4;
        int length = (buffer[at] & 0xFF) << 24
                | (buffer[at + 1] & 0xFF) << 16
                | (buffer[at + 2] & 0xFF) << 8
                | buffer[at + 3] & 0xFF;
        if (length < Ike.HEADER || length > MAX_MESSAGE) {
            throw WireFormatException.otherProtocol("a datagram that names a length which no message has");
        }
        if (buffer.length < marker + length) {
            return Optional.empty();
        }
        byte[] message = Arrays.copyOfRange(buffer, marker, marker + length);
        buffer = Arrays.copyOfRange(buffer, marker + length, buffer.length);
        return Optional.of(message);
    }
}
