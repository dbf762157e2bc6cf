package dev.shirube.bytecode;

import org.objectweb.asm.Opcodes;

/** The first eight bytes of a class file (JVM Specification, section 4.1): magic number and versions. */
final class ClassHeader {

    static final int LENGTH = 8;

    /** The newest class file version that our reader knows. */
    static final int NEWEST = Opcodes.V28 & 0xFFFF;

    /** Java 1.1: nothing older was ever written. */
    private static final int OLDEST = 45;

    /** Far beyond any version to come; a Mach-O fat file, which shares the magic number, has its number of parts here. */
    private static final int BEYOND = 200;

    private ClassHeader() {}

    /** Whether the bytes begin like a class file. */
    static boolean isClass(byte[] bytes) {
        return bytes.length >= LENGTH
                && bytes[0] == (byte) 0xCA
                && bytes[1] == (byte) 0xFE
                && bytes[2] == (byte) 0xBA
                && bytes[3] == (byte) 0xBE
                && major(bytes) >= OLDEST
                && major(bytes) < BEYOND;
    }

    static int major(byte[] bytes) {
        return (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    }

    /** The bytes as our reader takes them: as they are, or lowered if they are newer than it knows. */
    static byte[] readable(byte[] bytes) {
        return major(bytes) > NEWEST ? lowered(bytes) : bytes;
    }

    /** A copy that says it is of the newest version we know. */
    static byte[] lowered(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[6] = 0;
        copy[7] = (byte) NEWEST;
        return copy;
    }
}
