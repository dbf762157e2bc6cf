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

    /** Few enough kinds of two bytes for the table to stay in the processor's first cache. */
    private static final int BLOCKS = 1 << 12;

    private static final int LANES = 4;
    private static final int LANES_FROM = 512;

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
        return (bytes[end - 1] << 4 ^ bytes[end]) & BLOCKS - 1;
    }

    @Override
    public long search(byte[] bytes, int length, long wanted) {
        long asked = wanted & groups;
        return length < LANES_FROM
                ? searchPart(bytes, length, window - 1, length, asked, 0)
                : searchLanes(bytes, length, asked);
    }

    /** The groups of the anchors whose window ends between these places, and those found before. */
    private long searchPart(byte[] bytes, int length, int from, int to, long asked, long before) {
        long found = before;
        int end = from;
        while (end < to && found != asked) {
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

    /** Each leap has to wait for the one before, so long inputs are searched at four places at once. */
    private long searchLanes(byte[] bytes, int length, long asked) {
        int part = (length - window + 1) / LANES;
        int a = window - 1;
        int b = a + part;
        int c = b + part;
        int d = c + part;
        int toA = b;
        int toB = c;
        int toC = d;
        long found = 0;
        while (a < toA && b < toB && c < toC && d < length && found != asked) {
            int leapA = leaps[block(bytes, a)];
            int leapB = leaps[block(bytes, b)];
            int leapC = leaps[block(bytes, c)];
            int leapD = leaps[block(bytes, d)];
            if (leapA == 0 || leapB == 0 || leapC == 0 || leapD == 0) {
                found |= asked & (leapA == 0 ? ending(bytes, length, a) : 0);
                found |= asked & (leapB == 0 ? ending(bytes, length, b) : 0);
                found |= asked & (leapC == 0 ? ending(bytes, length, c) : 0);
                found |= asked & (leapD == 0 ? ending(bytes, length, d) : 0);
            }
            a += Math.max(1, leapA);
            b += Math.max(1, leapB);
            c += Math.max(1, leapC);
            d += Math.max(1, leapD);
        }
        found = searchPart(bytes, length, a, toA, asked, found);
        found = searchPart(bytes, length, b, toB, asked, found);
        found = searchPart(bytes, length, c, toC, asked, found);
        return searchPart(bytes, length, d, length, asked, found);
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
