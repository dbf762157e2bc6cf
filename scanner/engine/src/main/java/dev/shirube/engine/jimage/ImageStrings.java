package dev.shirube.engine.jimage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The strings of an image: modified UTF-8 (JVM Specification, section 4.4.7), each ended by a zero byte. */
final class ImageStrings {
    /** As many bytes as a constant of a class file can have. */
    private static final int LONGEST = 0xffff;

    private final byte[] bytes;

    ImageStrings(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes of the string at that offset, without the zero. */
    byte[] bytes(long offset) throws ImageFormatException {
        if (offset < 0 || offset >= bytes.length) {
            throw new ImageFormatException("a string at " + offset + " of " + bytes.length);
        }
        int from = (int) offset;
        int to = from;
        int last = Math.min(bytes.length - 1, from + LONGEST);
        while (to < last && bytes[to] != 0) {
            to++;
        }
        if (bytes[to] != 0) {
            throw new ImageFormatException("a string without end at " + offset);
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The string at that offset as a label; what is no UTF-8 in it is replaced. */
    String text(long offset) throws ImageFormatException {
        return new String(bytes(offset), StandardCharsets.UTF_8);
    }
}
