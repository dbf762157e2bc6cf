package dev.shirube.endpoint.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes big-endian numbers and counted bytes. */
public final class WireWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A number of one byte. */
    public WireWriter uint8(int value) {
        bytes.write(value);
        return this;
    }

    /** A number of two bytes. */
    public WireWriter uint16(int value) {
        return uint8(value >> 8).uint8(value);
    }

    /** A number of four bytes. */
    public WireWriter uint32(int value) {
        return uint16(value >> 16).uint16(value);
    }

    /** The bytes themselves. */
    public WireWriter bytes(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    /** The bytes with their count before them in four bytes: {@code string} of RFC 4251 section 5. */
    public WireWriter string(byte[] value) {
        return uint32(value.length).bytes(value);
    }

    /** The text's bytes with their count before them. */
    public WireWriter string(String value) {
        return string(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** How many bytes were written. */
    public int size() {
        return bytes.size();
    }

    /** All that was written. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
