package dev.shirube.bytecode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Hashes of 64 bits that stand for class names and places, so that the classes of a large application can be held at once.
 *
 * <p>Two names with one hash would only rank a class as reached that is not.
 */
final class NameHash {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private NameHash() {}

    /** Of the bytes of an internal name ({@code com/acme/Signer}) in a class file. */
    static long of(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash, (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << Byte.SIZE | bytes[at] & 0xFF;
        }
        long all = mixed(hash, rest);
        return all ^ all >>> 32;
    }

    /** Of a name as files write it, internal or binary ({@code com.acme.Signer}). */
    static long of(String name) {
        byte[] bytes = ModifiedUtf8.bytes(name.replace('.', '/'));
        return of(bytes, 0, bytes.length);
    }

    /** Of a logical path. */
    static long ofPlace(String location) {
        byte[] bytes = location.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    private static long mixed(long hash, long value) {
        return Long.rotateLeft((hash ^ value) * FACTOR, 29);
    }
}
