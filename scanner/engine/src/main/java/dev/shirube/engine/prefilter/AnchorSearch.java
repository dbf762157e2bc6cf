package dev.shirube.engine.prefilter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Searches all anchors of up to 64 groups in one pass over raw bytes. */
public interface AnchorSearch {

    /** How many groups one search can tell apart. */
    int MAX_GROUPS = Long.SIZE;

    /**
     * The groups of which at least one anchor occurs.
     *
     * @param length how many of the bytes are looked at, from the first
     * @param wanted the groups that are asked for; the search ends when all of them are found
     * @return a subset of {@code wanted}
     */
    long search(byte[] bytes, int length, long wanted);

    /**
     * A search for these groups of anchors, taken as UTF-8: one that leaps where all anchors are long and few, and one
     * that looks at every byte where they are not.
     *
     * @param groups at most {@link #MAX_GROUPS}; the group at index i is bit i of the answer
     */
    static AnchorSearch of(List<? extends Collection<String>> groups) {
        Anchor[] anchors = Anchor.all(groups);
        return AnchorLeaps.suit(anchors) ? new AnchorLeaps(anchors) : new AnchorAutomaton(anchors);
    }

    /** The bytes of an anchor, and the bit of its group. */
    record Anchor(byte[] bytes, long group) {

        static Anchor[] all(List<? extends Collection<String>> groups) {
            if (groups.size() > MAX_GROUPS) {
                throw new IllegalArgumentException(
                        groups.size() + " groups of anchors; at most " + MAX_GROUPS + " fit");
            }
            List<Anchor> anchors = new ArrayList<>();
            for (int group = 0; group < groups.size(); group++) {
                for (String text : groups.get(group)) {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    if (bytes.length == 0) {
                        throw new IllegalArgumentException("An anchor must not be empty");
                    }
                    anchors.add(new Anchor(bytes, 1L << group));
                }
            }
            return anchors.toArray(Anchor[]::new);
        }

        /** The groups that have an anchor. */
        static long groups(Anchor[] anchors) {
            long groups = 0;
            for (Anchor anchor : anchors) {
                groups |= anchor.group;
            }
            return groups;
        }
    }
}
