package dev.shirube.material.fingerprint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Releases of one library that follow each other, such as netty's 4.1, with one compiler's classes.
 *
 * @param slots versions in the table and gaps between them, by rising version
 * @param first column of its first version
 * @param end column behind its last version
 */
record ReleaseLine(List<Slot> slots, int first, int end) {

    /** Keeps an unmodifiable copy. */
    ReleaseLine {
        slots = List.copyOf(slots);
    }

    /** Reads the slots, divided by spaces; the columns of this line begin with that number. */
    static ReleaseLine of(String written, int first) {
        List<Slot> slots = new ArrayList<>();
        String[] tokens = written.split(" ", -1);
        int column = first;
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i].contains("..")) {
                boolean last = i == tokens.length - 1;
                slots.add(Slot.gap(tokens[i], column == first ? Slot.NONE : column - 1, last ? Slot.NONE : column));
            } else {
                slots.add(Slot.version(tokens[i], column));
                column++;
            }
        }
        return new ReleaseLine(slots, first, column);
    }

    /**
     * Whether a class of that version, or of a release in that gap, may have the digest that these columns have. In a gap it
     * may have the one before it, the one behind it, or one that no version in the table has.
     */
    boolean fits(Slot slot, BitSet columns) {
        if (!slot.isGap()) {
            return columns.get(slot.column());
        }
        int lowest = columns.nextSetBit(first);
        if (lowest < 0 || lowest >= end) {
            return columns.isEmpty();
        }
        int highest = columns.previousSetBit(end - 1);
        boolean reachesBefore = slot.before() != Slot.NONE && lowest <= slot.before();
        boolean reachesAfter = slot.after() != Slot.NONE && highest >= slot.after();
        return reachesBefore && reachesAfter
                || slot.before() != Slot.NONE && columns.get(slot.before())
                || slot.after() != Slot.NONE && columns.get(slot.after());
    }
}
