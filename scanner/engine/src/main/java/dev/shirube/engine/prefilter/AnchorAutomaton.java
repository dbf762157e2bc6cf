package dev.shirube.engine.prefilter;

import java.util.Arrays;

/**
 * Searches any anchors, however many and short they are.
 *
 * <p>An Aho-Corasick automaton as a dense table: one look-up a byte, whatever the number of anchors. Each look-up has to
 * wait for the one before, so long inputs are searched at four places at once: that is what the processor has time for.
 */
final class AnchorAutomaton implements AnchorSearch {
    private static final int LANES = 4;
    private static final int LANES_FROM = 512;
    private static final int ACCEPTING = Integer.MIN_VALUE;

    private final byte[] columns;
    private final int width;
    /** At state + column the next state; states are multiples of the width, and accepting ones have the sign bit set. */
    private final int[] table;

    private final long[] outputs;
    /** All groups that have an anchor. */
    private final long groups;
    /** How far one lane reads into the next: an anchor may begin on the last byte of its own part. */
    private final int overlap;

    AnchorAutomaton(Anchor[] anchors) {
        AnchorTrie trie = new AnchorTrie(anchors);
        groups = Anchor.groups(anchors);
        overlap = Arrays.stream(anchors)
                        .mapToInt(anchor -> anchor.bytes().length)
                        .max()
                        .orElse(1)
                - 1;
        columns = trie.columns;
        width = trie.width;
        int states = trie.next.size();
        table = new int[Math.multiplyExact(states, width)];
        outputs = new long[states];
        for (int state = 0; state < states; state++) {
            outputs[state] = trie.output.get(state)[0];
        }
        for (int i = 0; i < table.length; i++) {
            int to = trie.next.get(i / width)[i % width];
            table[i] = to * width | (outputs[to] == 0 ? 0 : ACCEPTING);
        }
    }

    @Override
    public long search(byte[] bytes, int length, long asked) {
        long wanted = asked & groups;
        if (wanted == 0) {
            return 0;
        }
        return length < LANES_FROM ? searchPart(bytes, 0, length, wanted, 0) : searchLanes(bytes, length, wanted);
    }

    private long searchPart(byte[] bytes, int from, int to, long wanted, long before) {
        return resume(bytes, from, to, 0, wanted, before);
    }

    private long resume(byte[] bytes, int from, int to, int start, long wanted, long before) {
        byte[] columnOf = columns;
        int[] next = table;
        long found = before;
        int state = start;
        for (int i = from; i < to; i++) {
            state = next[state + (columnOf[bytes[i] & 0xff] & 0xff)];
            if (state < 0) {
                state &= ~ACCEPTING;
                found |= outputs[state / width] & wanted;
                if (found == wanted) {
                    return found;
                }
            }
        }
        return found;
    }

    private long searchLanes(byte[] bytes, int length, long wanted) {
        byte[] columnOf = columns;
        int[] next = table;
        int part = length / LANES;
        int second = part;
        int third = 2 * part;
        int fourth = 3 * part;
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        long found = 0;
        for (int i = 0; i < part; i++) {
            a = next[a + (columnOf[bytes[i] & 0xff] & 0xff)];
            b = next[b + (columnOf[bytes[second + i] & 0xff] & 0xff)];
            c = next[c + (columnOf[bytes[third + i] & 0xff] & 0xff)];
            d = next[d + (columnOf[bytes[fourth + i] & 0xff] & 0xff)];
            if ((a | b | c | d) < 0) {
                found |= (output(a) | output(b) | output(c) | output(d)) & wanted;
                if (found == wanted) {
                    return found;
                }
                a &= ~ACCEPTING;
                b &= ~ACCEPTING;
                c &= ~ACCEPTING;
                d &= ~ACCEPTING;
            }
        }
        found = resume(bytes, second, Math.min(length, second + overlap), a, wanted, found);
        found = resume(bytes, third, Math.min(length, third + overlap), b, wanted, found);
        found = resume(bytes, fourth, Math.min(length, fourth + overlap), c, wanted, found);
        return resume(bytes, fourth + part, length, d, wanted, found);
    }

    private long output(int state) {
        return state < 0 ? outputs[(state & ~ACCEPTING) / width] : 0;
    }
}
