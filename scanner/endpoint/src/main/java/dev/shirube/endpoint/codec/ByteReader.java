package dev.shirube.endpoint.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the presentation language of TLS (RFC 8446 section 3) and never past the end of what it was given. */
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    boolean isEmpty() {
        return at == end;
    }

    int uint8() throws TlsFormatException {
        return uint(1);
    }

    int uint16() throws TlsFormatException {
        return uint(2);
    }

    int uint24() throws TlsFormatException {
        return uint(3);
    }

    byte[] bytes(int length) throws TlsFormatException {
        int from = advance(length);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** A vector whose length stands before it in that many bytes. */
    ByteReader vector(int lengthBytes) throws TlsFormatException {
        int length = uint(lengthBytes);
        int from = advance(length);
        return new ByteReader(bytes, from, from + length);
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    /** All that is left as 16-bit numbers. */
    List<Integer> uint16s() throws TlsFormatException {
        List<Integer> numbers = new ArrayList<>((end - at) / 2);
        while (!isEmpty()) {
            numbers.add(uint16());
        }
        return List.copyOf(numbers);
    }

    void expectEnd(String what) throws TlsFormatException {
        if (!isEmpty()) {
            throw TlsFormatException.malformed(what + " has " + (end - at) + " bytes too many");
        }
    }

    private int uint(int length) throws TlsFormatException {
        int from = advance(length);
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }

    private int advance(int length) throws TlsFormatException {
        if (length > end - at) {
            throw TlsFormatException.malformed("a field of " + length + " bytes has only " + (end - at));
        }
        int from = at;
        at += length;
        return from;
    }
}
