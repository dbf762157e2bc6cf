package dev.shirube.material;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the data types of SSH (RFC 4251 section 5) from bytes that may lie about their lengths. */
public final class SshWire {

    private final byte[] bytes;
    private int at;

    /** Reads from the first of those bytes on. */
    public SshWire(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A {@code uint32}, refused above the range of an int: nothing counted here is that large. */
    public int uint32() throws DerException {
        if (bytes.length - at < 4) {
            throw new DerException("ends in the middle of a number, at byte " + at);
        }
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        if (value < 0) {
            throw new DerException("a length of more than 31 bits at byte " + at);
        }
        return value;
    }

    /** A {@code string} of bytes. */
    public byte[] string() throws DerException {
        int length = uint32();
        if (length > bytes.length - at) {
            throw new DerException("announces " + length + " bytes, but " + (bytes.length - at) + " are left");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** A {@code string} that is a name: ASCII. */
    public String name() throws DerException {
        return new String(string(), StandardCharsets.US_ASCII);
    }

    /** An {@code mpint} that must not be negative. */
    public BigInteger mpint() throws DerException {
        byte[] value = string();
        if (value.length > 0 && value[0] < 0) {
            throw new DerException("a negative number");
        }
        return new BigInteger(1, value);
    }

    /** Skips that many bytes. */
    public void skip(int count) throws DerException {
        if (count > bytes.length - at) {
            throw new DerException("ends too early");
        }
        at += count;
    }
}
