package dev.shirube.engine.jimage;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A class file whose constants of text stand among the image's strings (the plug-in {@code compact-cp}), made whole again:
 * tag 23 is a string of the image, tag 25 a descriptor whose class names are strings of the image, by package and name.
 */
final class SharedStrings {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int SHARED = 23;
    private static final int SHARED_DESCRIPTOR = 25;
    /** Bytes after each tag (JVM Specification, section 4.4); 0 where the tag is not one, or is told apart before. */
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private static final int LONGEST = 0xffff;

    private final ImageStrings strings;
    private final ByteBuffer in;
    private final long size;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    SharedStrings(ImageStrings strings, ByteBuffer in, long size) {
        this.strings = strings;
        this.in = in;
        this.size = size;
    }

    /** The class file as it was, which must be as long as announced. */
    byte[] expanded() throws ImageFormatException {
        try {
            copy(8);
            int count = in.getShort() & 0xffff;
            number(count);
            for (int i = 1; i < count; i++) {
                i += constant() - 1;
            }
            copy(in.remaining());
        } catch (BufferUnderflowException e) {
            throw new ImageFormatException("a class with shared strings ends too early");
        }
        return out.toByteArray();
    }

    /** Copies one constant and says how many places of the table it takes. */
    private int constant() throws ImageFormatException {
        int tag = in.get() & 0xff;
        switch (tag) {
            case UTF8 -> {
                int length = in.getShort() & 0xffff;
                out.write(UTF8);
                number(length);
                copy(length);
            }
            case SHARED -> text(strings.bytes(index()));
            case SHARED_DESCRIPTOR -> text(descriptor());
            default -> {
                if (tag >= SIZES.length || SIZES[tag] == 0) {
                    throw new ImageFormatException("a constant of tag " + tag);
                }
                out.write(tag);
                copy(SIZES[tag]);
            }
        }
        return tag == LONG || tag == DOUBLE ? 2 : 1;
    }

    /** The descriptor's text has an L for each class; which one, the indexes after it tell. */
    private byte[] descriptor() throws ImageFormatException {
        byte[] pattern = strings.bytes(index());
        int length = index();
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        int end = in.position() + length;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte letter : pattern) {
            text.write(letter);
            if (letter == 'L') {
                byte[] folder = strings.bytes(index());
                text.writeBytes(folder);
                if (folder.length > 0) {
                    text.write('/');
                }
                text.writeBytes(strings.bytes(index()));
            }
            if (text.size() > LONGEST) {
                throw new ImageFormatException("a descriptor of more than " + LONGEST + " bytes");
            }
        }
        if (in.position() != end) {
            throw new ImageFormatException("a descriptor with " + (end - in.position()) + " bytes left");
        }
        return text.toByteArray();
    }

    /** A number in one to four bytes: with the highest bit set, the two after it say in how many. */
    private int index() throws ImageFormatException {
        byte first = in.get();
        int length = first < 0 ? first >> 5 & 3 : Integer.BYTES;
        if (length == 0) {
            throw new ImageFormatException("a number of no bytes");
        }
        int value = first < 0 ? first & 0x1f : first;
        for (int i = 1; i < length; i++) {
            value = value << 8 | in.get() & 0xff;
        }
        return value;
    }

    private void text(byte[] modifiedUtf8) throws ImageFormatException {
        out.write(UTF8);
        number(modifiedUtf8.length);
        out.writeBytes(modifiedUtf8);
        bound();
    }

    private void copy(int length) throws ImageFormatException {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        out.write(in.array(), in.arrayOffset() + in.position(), length);
        in.position(in.position() + length);
        bound();
    }

    private void number(int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private void bound() throws ImageFormatException {
        if (out.size() > size) {
            throw new ImageFormatException("more than the " + size + " bytes that are announced");
        }
    }
}
