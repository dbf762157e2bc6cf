package dev.shirube.material.fingerprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The constant pool of one class file and the bytes behind it (JVM Specification, section 4.4), read in place.
 *
 * <p>Bytes that are no class file end in an {@link IndexOutOfBoundsException} or an {@link IllegalArgumentException};
 * {@link ClassFingerprint} is the one place that asks, and catches both.
 */
final class ClassBytes {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int POOL = 8;

    /** A hostile file points to its longest text from everywhere; a class of practice reads five times its size. */
    private static final int MOST_READ = 32;

    static final int UTF8 = 1;
    static final int INTEGER = 3;
    static final int FLOAT = 4;
    static final int LONG = 5;
    static final int DOUBLE = 6;
    static final int CLASS = 7;
    static final int STRING = 8;
    private static final int INVOKE_DYNAMIC = 18;

    /** The size of a constant behind its tag, by tag; 0 where there is no such tag, or the size is in the constant. */
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private final ByteBuffer data;
    private final int[] constants;
    private final int end;
    private long read;

    ClassBytes(byte[] bytes) {
        data = ByteBuffer.wrap(bytes);
        if (data.getInt(0) != MAGIC) {
            throw new IllegalArgumentException("no class file");
        }
        constants = new int[u2(POOL)];
        int at = POOL + 2;
        for (int i = 1; i < constants.length; i++) {
            constants[i] = at;
            int tag = u1(at);
            int size = tag == UTF8 ? 2 + u2(at + 1) : tag < SIZES.length ? SIZES[tag] : 0;
            if (size == 0) {
                throw new IllegalArgumentException("no constant has the tag " + tag);
            }
            at += 1 + size;
            if (tag == LONG || tag == DOUBLE) {
                i++; // the one entry counts for two
            }
        }
        end = at;
    }

    /** Where the access flags of the class stand. */
    int behindPool() {
        return end;
    }

    int u1(int at) {
        return data.get(at) & 0xFF;
    }

    int u2(int at) {
        return data.getShort(at) & 0xFFFF;
    }

    int s4(int at) {
        return data.getInt(at);
    }

    /** A length: one that does not fit an {@code int} is longer than any class file. */
    int u4(int at) {
        int value = data.getInt(at);
        if (value < 0) {
            throw new IllegalArgumentException("a length of more than two gigabytes");
        }
        return value;
    }

    int tag(int constant) {
        return u1(at(constant));
    }

    /** The numeric value of an Integer, Float, Long or Double as its bits. */
    long number(int constant) {
        int at = at(constant) + 1;
        return tag(constant) == LONG || tag(constant) == DOUBLE ? data.getLong(at) : data.getInt(at);
    }

    /** The text of a Utf8 constant; characters outside ASCII are bytes here, which is enough to compare by. */
    String text(int constant) {
        int at = at(constant);
        int length = u2(at + 1);
        if (u1(at) != UTF8 || at + 3 + length > data.capacity()) {
            throw new IllegalArgumentException("no text at " + constant);
        }
        read += length;
        if (read > (long) MOST_READ * data.capacity()) {
            throw new IllegalArgumentException("more text is pointed to than a class has reason to");
        }
        return new String(data.array(), at + 3, length, StandardCharsets.ISO_8859_1);
    }

    /** The text that a Class or String constant points to. */
    String named(int constant) {
        return text(u2(at(constant) + 1));
    }

    /** Owner of a field or method; an empty text for a call site that is linked at run time. */
    String owner(int member) {
        return tag(member) >= INVOKE_DYNAMIC - 1 ? "" : named(u2(at(member) + 1));
    }

    String memberName(int member) {
        return text(u2(at(nameAndType(member)) + 1));
    }

    String memberType(int member) {
        return text(u2(at(nameAndType(member)) + 3));
    }

    private int nameAndType(int member) {
        return u2(at(member) + 3);
    }

    private int at(int constant) {
        if (constant <= 0 || constant >= constants.length || constants[constant] == 0) {
            throw new IllegalArgumentException("no constant " + constant);
        }
        return constants[constant];
    }
}
