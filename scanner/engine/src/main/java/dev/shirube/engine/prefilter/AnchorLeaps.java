package dev.shirube.engine.prefilter;

import java.util.Arrays;

/**
 * Searches few long anchors: looks at two bytes, and leaps as far as the shortest anchor allows if no anchor has them
 * there (Wu and Manber, "A fast algorithm for multi-pattern searching", University of Arizona TR-94-17, 1994).
 */
final class AnchorLeaps implements AnchorSearch {
    private static final int SHORTEST = 6;
    private static final int MOST_ANCHORS = 64;
    /** Most anchors that end alike and so are all compared at one place: a file made of that place must not be slow. */
    private static final int MOST_ALIKE = 8;

    private static final int BLOCKS = 1 << 16;

    private final int window;
    /** How far to leap after two bytes that end a window; 0 where an anchor's window may end there. */
    private final byte[] leaps = new byte[BLOCKS];

    private final Anchor[][] alike = new Anchor[BLOCKS][];
    private final long groups;

    AnchorLeaps(Anchor[] anchors) {
        window = window(anchors);
        groups = Anchor.groups(anchors);
        Arrays.fill(leaps, (byte) (window - 1));
        for (Anchor anchor : anchors) {
            byte[] bytes = anchor.bytes();
            for (int end = 1; end < window; end++) {
                int block = block(bytes, end);
                leaps[block] = (byte) Math.min(leaps[block], window - 1 - end);
            }
            int last = block(bytes, window - 1);
            Anchor[] before = alike[last] == null ? new Anchor[0] : alike[last];
            alike[last] = Arrays.copyOf(before, before.length + 1);
            alike[last][before.length] = anchor;
        }
    }

    /** Whether leaping pays for these anchors, and can never be slow. */
    static boolean suit(Anchor[] anchors) {
        if (anchors.length == 0 || anchors.length > MOST_ANCHORS || window(anchors) < SHORTEST) {
            return false;
        }
        int window = window(anchors);
        return Arrays.stream(anchors)
                .allMatch(one -> Arrays.stream(anchors)
                                .filter(two -> block(one.bytes(), window - 1) == block(two.bytes(), window - 1))
                                .count()
                        <= MOST_ALIKE);
    }

    private static int window(Anchor[] anchors) {
        int shortest = Arrays.stream(anchors)
                .mapToInt(anchor -> anchor.bytes().length)
                .min()
                .orElse(0);
        return Math.min(shortest, Byte.MAX_VALUE);
    }

    private static int block(byte[] bytes, int end) {
        return (bytes[end - 1] & 0xff) << 8 | bytes[end] & 0xff;
    }

    @Override
    public long search(byte[] bytes, int length, long wanted) {
        long asked = wanted & groups;
        long found = 0;
        int end = window - 1;
        while (end < length && found != asked) {
            int leap = leaps[block(bytes, end)];
            if (leap == 0) {
                found |= ending(bytes, length, end) & asked;
                end++;
            } else {
                end += leap;
            }
        }
        return found;
    }

    /** The groups of the anchors whose window ends there and that are there as a whole. */
    private long ending(byte[] bytes, int length, int end) {
        long found = 0;
        int from = end - window + 1;
        for (Anchor anchor : alike[block(bytes, end)]) {
            int to = from + anchor.bytes().length;
            if (to <= length && Arrays.equals(bytes, from, to, anchor.bytes(), 0, anchor.bytes().length)) {
                found |= anchor.group();
            }
        }
        return found;
    }
}
