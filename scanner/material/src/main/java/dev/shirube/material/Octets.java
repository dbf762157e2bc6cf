package dev.shirube.material;

import java.math.BigInteger;
import java.util.Arrays;

/** Reads big-endian numbers and runs of bytes one after the other, from bytes that may lie about their lengths. */
public final class Octets {

    private final byte[] bytes;
    private int at;

    /** Reads from the first of those bytes on. */
    public Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many bytes were read. */
    public int position() {
        return at;
    }

    /** How many bytes are left. */
    public int left() {
        return bytes.length - at;
    }

    /** The next byte, from 0 to 255. */
    public int uint8() throws DerException {
        need(1);
        return bytes[at++] & 0xff;
    }

    /** The next two bytes. */
    public int uint16() throws DerException {
        return uint8() << 8 | uint8();
    }

    /** The next four bytes. */
    public long uint32() throws DerException {
        return (long) uint16() << 16 | uint16();
    }

    /** That many bytes. */
    public byte[] take(long count) throws DerException {
        need(count);
        at += (int) count;
        return Arrays.copyOfRange(bytes, at - (int) count, at);
    }

    /** Passes over that many bytes. */
    public void skip(long count) throws DerException {
        need(count);
        at += (int) count;
    }

    /** A number that is not negative, of all those bytes. */
    public BigInteger number(long count) throws DerException {
        return new BigInteger(1, take(count));
    }

    private void need(long count) throws DerException {
        if (count < 0 || count > left()) {
            throw new DerException("announces " + count + " bytes at byte " + at + ", but " + left() + " are left");
        }
    }
}
