package dev.shirube.endpoint.keyshare;

import java.math.BigInteger;

/** Fixed-length encodings of the numbers that key shares are made of. */
final class BigEndian {
    private BigEndian() {}

    /** The number in exactly that many bytes, the most significant first. */
    static byte[] of(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[length];
        int count = Math.min(length, signed.length);
        System.arraycopy(signed, signed.length - count, fixed, length - count, count);
        return fixed;
    }

    /** The bytes in the opposite order. */
    static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
