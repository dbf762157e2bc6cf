package dev.shirube.endpoint.wire;

import java.util.Arrays;

/** Reads big-endian numbers and counted bytes, and never past the end of what it was given. */
public final class WireReader {
    private final byte[] bytes;
    private int at;

    /** A reader from the first byte on; the bytes are not changed after this. */
    public WireReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many bytes are left. */
    public int remaining() {
        return bytes.length - at;
    }

    /** An unsigned number of one byte. */
    public int uint8() throws WireFormatException {
        return (int) uint(1);
    }

    /** An unsigned number of two bytes. */
    public int uint16() throws WireFormatException {
        return (int) uint(2);
    }

    /** An unsigned number of four bytes. */
    public long uint32() throws WireFormatException {
        return uint(4);
    }

    /** That many bytes. */
    public byte[] bytes(int length) throws WireFormatException {
        int from = advance(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** Bytes with their count before them in four bytes: {@code string} of RFC 4251 section 5. */
    public byte[] string() throws WireFormatException {
        long length = uint32();
        if (length > remaining()) {
            throw tooShort(length);
        }
        return bytes((int) length);
    }

    /** All that is left. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
        at = bytes.length;
        return rest;
    }

    private long uint(int length) throws WireFormatException {
        int from = advance(length);
        long value = 0;
        for (int i = from; i < from + length; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }

    private int advance(int length) throws WireFormatException {
        if (length < 0 || length > remaining()) {
            throw tooShort(length);
        }
        int from = at;
        at += length;
        return from;
    }

    private WireFormatException tooShort(long length) {
        return WireFormatException.malformed("a field of " + length + " bytes has only " + remaining());
    }
}
