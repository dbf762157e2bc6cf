package dev.shirube.engine.prefilter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The goto, failure and output functions of Aho and Corasick ("Efficient string matching", CACM 18(6), 1975), completed
 * into a deterministic automaton.
 */
final class AnchorTrie {
    /** Column of the table for each byte; bytes that occur in no anchor share column 0. */
    final byte[] columns = new byte[256];

    final int width;
    /** Rows of next states; after {@link #complete} no entry is empty. State 0 is the root. */
    final List<int[]> next = new ArrayList<>();
    /** For each state the groups of which an anchor ends there, one bit each. */
    final List<long[]> output = new ArrayList<>();

    AnchorTrie(AnchorSearch.Anchor[] anchors) {
        int columnsUsed = 1;
        for (AnchorSearch.Anchor anchor : anchors) {
            for (byte value : anchor.bytes()) {
                if (columns[value & 0xff] == 0) {
                    columns[value & 0xff] = (byte) columnsUsed++;
                }
            }
        }
        width = columnsUsed;
        newState();
        for (AnchorSearch.Anchor anchor : anchors) {
            add(anchor.bytes(), anchor.group());
        }
        complete();
    }

    int column(byte value) {
        return columns[value & 0xff] & 0xff;
    }

    private int newState() {
        int[] row = new int[width];
        Arrays.fill(row, -1);
        next.add(row);
        output.add(new long[1]);
        return next.size() - 1;
    }

    private void add(byte[] anchor, long group) {
        int state = 0;
        for (byte value : anchor) {
            int column = column(value);
            if (next.get(state)[column] < 0) {
                next.get(state)[column] = newState();
            }
            state = next.get(state)[column];
        }
        output.get(state)[0] |= group;
    }

    /** Breadth first, so that the state that a failure leads to is complete before it is needed. */
    private void complete() {
        int[] failure = new int[next.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int[] row = next.get(state);
            int[] fallback = next.get(failure[state]);
            output.get(state)[0] |= output.get(failure[state])[0];
            for (int column = 0; column < width; column++) {
                int below = state == 0 ? 0 : fallback[column];
                if (row[column] < 0) {
                    row[column] = below;
                } else {
                    failure[row[column]] = below;
                    queue.add(row[column]);
                }
            }
        }
    }
}
