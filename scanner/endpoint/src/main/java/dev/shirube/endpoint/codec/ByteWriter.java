package dev.shirube.endpoint.codec;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;

/** Writes the presentation language of TLS (RFC 8446 section 3). */
final class ByteWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ByteWriter uint8(int value) {
        bytes.write(value);
        return this;
    }

    ByteWriter uint16(int value) {
        return uint8(value >> 8).uint8(value);
    }

    ByteWriter uint24(int value) {
        return uint8(value >> 16).uint16(value);
    }

    ByteWriter bytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    ByteWriter uint16s(List<Integer> values) {
        values.forEach(this::uint16);
        return this;
    }

    /** A vector with its length before it in that many bytes. */
    ByteWriter vector(int lengthBytes, Consumer<ByteWriter> content) {
        ByteWriter inner = new ByteWriter();
        content.accept(inner);
        for (int shift = 8 * (lengthBytes - 1); shift >= 0; shift -= 8) {
            uint8(inner.bytes.size() >> shift);
        }
        return bytes(inner.toByteArray());
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
