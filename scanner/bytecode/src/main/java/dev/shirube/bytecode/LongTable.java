package dev.shirube.bytecode;

import java.util.Arrays;

/** A growing set of numbers, each with a value from 0: open addressing on two arrays, without an object for each entry. */
final class LongTable {

    private static final int SMALLEST = 64;
    private static final int ABSENT = -1;

    private long[] keys = new long[SMALLEST];
    private int[] values = absent(SMALLEST);
    private int size;

    private static int[] absent(int length) {
        int[] values = new int[length];
        Arrays.fill(values, ABSENT);
        return values;
    }

    /** The value of that key; -1 where there is none. */
    int get(long key) {
        return values[slot(key)];
    }

    boolean contains(long key) {
        return get(key) >= 0;
    }

    /** Sets the value of that key. */
    void put(long key, int value) {
        int slot = slot(key);
        if (values[slot] == ABSENT) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
        if (2 * size > keys.length) {
            grow();
        }
    }

    /** Adds the key as the next in order, if it is new. */
    void add(long key) {
        if (!contains(key)) {
            put(key, size);
        }
    }

    int size() {
        return size;
    }

    /** The keys, in the order of their values, where all of them were {@linkplain #add added}. */
    long[] inOrder() {
        long[] all = new long[size];
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != ABSENT) {
                all[values[i]] = keys[i];
            }
        }
        return all;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 29) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = absent(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
