package dev.shirube.bytecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which classes refer to a member, by a hash of its owner and name and a shorter one of its descriptor: eight bytes for
 * each reference.
 *
 * <p>Members may share a hash; then a class too many is looked at, and never one too few. References to the platform's
 * own packages are left out: {@link #leavesOut} says which.
 */
final class ReferenceTable {

    /** Sixteen million references are 128 MB; no archive of the corpus has a tenth of them. */
    private static final int MAXIMUM = 16_000_000;

    /** Classes that can be told apart: as many as the limits let an archive have entries. */
    static final int MAXIMUM_CLASSES = 1 << 20;

    private static final int CLASS_BITS = 20;
    private static final int DESCRIPTOR_BITS = 12;
    private static final int CLASS_MASK = MAXIMUM_CLASSES - 1;
    private static final long DESCRIPTOR_MASK = (1 << DESCRIPTOR_BITS) - 1;
    private static final String[] PLATFORM = {"java/", "javax/"};
    private static final byte[][] PLATFORM_BYTES = Arrays.stream(PLATFORM)
            .map(it -> it.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private long[] entries = new long[1 << 10];
    private int size;
    private boolean sorted;

    /** Whether references to the members of that class are not kept. */
    static boolean leavesOut(String owner) {
        return owner.startsWith(PLATFORM[0]) || owner.startsWith(PLATFORM[1]);
    }

    /** What that class refers to, in the form in which the table keeps it but without the class. */
    static long[] references(ConstantPool pool) {
        long[] references = new long[pool.members()];
        int count = 0;
        int before = 0; // members of one class mostly follow each other
        boolean left = true;
        for (int i = 0; i < references.length; i++) {
            int member = pool.member(i);
            int owner = pool.owner(member);
            left = owner == before ? left : platform(pool, owner);
            before = owner;
            if (!left) {
                references[count++] =
                        hash(pool.hash(owner), pool.hash(pool.name(member)), pool.hash(pool.descriptor(member)));
            }
        }
        return count == references.length ? references : Arrays.copyOf(references, count);
    }

    private static boolean platform(ConstantPool pool, int owner) {
        for (byte[] prefix : PLATFORM_BYTES) {
            if (pool.startsWith(owner, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static long hash(int owner, int name, int descriptor) {
        return member(owner, name) | (descriptor & DESCRIPTOR_MASK) << CLASS_BITS;
    }

    /** The bits of a key that tell the owner and the name; the rest is zero. */
    private static long member(int owner, int name) {
        long mixed = (owner * 0x9E3779B97F4A7C15L + name) * 0xBF58476D1CE4E5B9L;
        return mixed
                >>> 1 + CLASS_BITS + DESCRIPTOR_BITS
                << CLASS_BITS + DESCRIPTOR_BITS; // never negative: it is sorted
    }

    /** Whether all references were kept. */
    boolean complete() {
        return size < MAXIMUM;
    }

    /** Adds what {@link #references} told of that class. */
    void add(long[] references, int id) {
        int more = Math.min(references.length, MAXIMUM - size);
        if (size + more > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(2 * entries.length, size + more));
        }
        for (int i = 0; i < more; i++) {
            entries[size + i] = references[i] | id;
        }
        size += more;
        sorted = false;
    }

    private void sort() {
        if (!sorted) {
            entries = Arrays.copyOf(entries, size);
            Arrays.sort(entries);
            sorted = true;
        }
    }

    /** Ids of the classes that refer to the member, in ascending order; more than the truth where hashes collide. */
    int[] classes(String owner, String name, String descriptor) {
        long first = hash(ConstantPool.hash(owner), ConstantPool.hash(name), ConstantPool.hash(descriptor));
        return between(first, first + CLASS_MASK);
    }

    /** Ids of the classes that refer to a member of that name, whatever its descriptor. */
    int[] classes(String owner, String name) {
        long first = member(ConstantPool.hash(owner), ConstantPool.hash(name));
        return between(first, first + (DESCRIPTOR_MASK << CLASS_BITS) + CLASS_MASK);
    }

    private synchronized int[] between(long first, long last) {
        sort();
        int at = Arrays.binarySearch(entries, first);
        int from = at < 0 ? -at - 1 : at;
        int to = from;
        while (to < size && entries[to] <= last) {
            to++;
        }
        // Equal ids need not be neighbours: several descriptors stand between first and last.
        return Arrays.stream(entries, from, to)
                .mapToInt(it -> (int) it & CLASS_MASK)
                .sorted()
                .distinct()
                .toArray();
    }
}
