package dev.shirube.bytecode;

import java.util.Arrays;
import org.objectweb.asm.ClassReader;

/**
 * Which classes refer to a member, by a hash of its owner, name and descriptor: eight bytes for each reference.
 *
 * <p>Two members may share a hash; then a class too many is looked at, and never one too few.
 */
final class ReferenceTable {

    /** Tags of CONSTANT_Fieldref, CONSTANT_Methodref and CONSTANT_InterfaceMethodref (JVM Specification, table 4.4-A). */
    private static final int FIRST_REFERENCE = 9;

    private static final int LAST_REFERENCE = 11;

    /** Eight million references are 64 MB; no archive of the corpus has a tenth of them. */
    private static final int MAXIMUM = 8_000_000;

    private static final String[] PLATFORM = {"java/", "javax/"};

    private long[] entries = new long[1 << 12];
    private int size;

    /** Whether all references were kept. */
    boolean complete() {
        return size < MAXIMUM;
    }

    /** Notes what that class refers to, the platform's own members left out. */
    void add(ClassReader reader, int id) {
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item != 0 && isReference(reader.readByte(item - 1)) && size < MAXIMUM) {
                int owner = reader.getItem(reader.readUnsignedShort(reader.getItem(reader.readUnsignedShort(item))));
                if (!platform(reader, owner)) {
                    add(hash(reader, owner, reader.getItem(reader.readUnsignedShort(item + 2))), id);
                }
            }
        }
    }

    private static boolean isReference(int tag) {
        return tag >= FIRST_REFERENCE && tag <= LAST_REFERENCE;
    }

    private static boolean platform(ClassReader reader, int text) {
        for (String prefix : PLATFORM) {
            int at = 0;
            while (at < prefix.length() && reader.readByte(text + 2 + at) == prefix.charAt(at)) {
                at++;
            }
            if (at == prefix.length()) {
                return true;
            }
        }
        return false;
    }

    private static int hash(ClassReader reader, int owner, int nameAndType) {
        int hash = text(reader, owner, 7);
        hash = text(reader, reader.getItem(reader.readUnsignedShort(nameAndType)), hash);
        return text(reader, reader.getItem(reader.readUnsignedShort(nameAndType + 2)), hash);
    }

    private static int text(ClassReader reader, int item, int seed) {
        int hash = seed;
        int length = reader.readUnsignedShort(item);
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + reader.readByte(item + 2 + i);
        }
        return 31 * hash + '/';
    }

    private static int text(String text, int seed) {
        int hash = seed;
        for (byte letter : ModifiedUtf8.bytes(text)) {
            hash = 31 * hash + (letter & 0xFF);
        }
        return 31 * hash + '/';
    }

    private void add(int hash, int id) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        entries[size] = (long) hash << 32 | id;
        size++;
    }

    /** To be called once, after the last class. */
    void seal() {
        entries = Arrays.copyOf(entries, size);
        Arrays.sort(entries);
    }

    /** Ids of the classes that refer to the member, in ascending order; more than the truth where hashes collide. */
    int[] classes(String owner, String name, String descriptor) {
        long hash = text(descriptor, text(name, text(owner, 7)));
        int at = Arrays.binarySearch(entries, hash << 32);
        int from = at < 0 ? -at - 1 : at;
        int to = from;
        while (to < size && entries[to] >> 32 == hash) {
            to++;
        }
        return Arrays.stream(entries, from, to)
                .mapToInt(it -> (int) it)
                .distinct()
                .toArray();
    }
}
