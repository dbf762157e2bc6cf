package dev.shirube.engine.prefilter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches many whole words in one pass over raw bytes: those whose neighbours are no characters of identifiers, which are
 * ASCII letters and digits, {@code _}, {@code $} and all that is not ASCII. A word that holds other characters is looked
 * for by the longest part that does not.
 *
 * <p>The bytes are cut into runs of such characters, and each run is looked up. The table of an automaton for ten thousand
 * words would leave the processor's caches; a hash table could be made slow by whoever wrote the words.
 */
public final class WordSearch {
    /** Bytes of the shortest word that tells anything. */
    public static final int SHORTEST = 3;

    private static final int SLOTS_EACH = 16;
    private static final int FEWEST_SLOTS = 1 << 10;
    private static final Comparator<byte[]> SHORTER_FIRST =
            Comparator.<byte[]>comparingInt(it -> it.length).thenComparing(Arrays::compare);
    private static final boolean[] IDENTIFIER = new boolean[256];

    static {
        Arrays.fill(IDENTIFIER, 'a', 'z' + 1, true);
        Arrays.fill(IDENTIFIER, 'A', 'Z' + 1, true);
        Arrays.fill(IDENTIFIER, '0', '9' + 1, true);
        Arrays.fill(IDENTIFIER, 0x80, 0x100, true);
        IDENTIFIER['_'] = true;
        IDENTIFIER['$'] = true;
    }

    /** Distinct, shorter ones first. */
    private final byte[][] runs;
    /** For each word the place of its run. */
    private final int[] runOf;
    /** The slots of the runs' hashes: most runs of a text are told by them not to be among these. */
    private final BitSet slots;

    private final int mask;

    /** A search for these words; each {@linkplain #check must be one}. */
    public WordSearch(List<String> words) {
        List<byte[]> longest = words.stream().map(WordSearch::checked).toList();
        runs = longest.stream().sorted(SHORTER_FIRST).toArray(byte[][]::new);
        runOf = longest.stream().mapToInt(this::place).toArray();
        int size = FEWEST_SLOTS;
        while (size < runs.length * SLOTS_EACH) {
            size *= 2;
        }
        mask = size - 1;
        slots = new BitSet(size);
        for (byte[] run : runs) {
            int hash = 0;
            for (byte value : run) {
                hash = next(hash, value);
            }
            slots.set(slot(hash));
        }
    }

    /** Refuses words whose longest run of identifiers' characters is too short to search for. */
    public static void check(Collection<String> words) {
        words.forEach(WordSearch::checked);
    }

    private static byte[] checked(String word) {
        byte[] longest = longest(word.getBytes(StandardCharsets.UTF_8));
        if (longest.length < SHORTEST) {
            throw new IllegalArgumentException("The word \"" + word + "\" is too short to search for");
        }
        return longest;
    }

    /** The numbers of the words of which the first bytes, so many as given, hold at least one. */
    public BitSet search(byte[] bytes, int length) {
        BitSet found = new BitSet();
        int at = 0;
        while (at < length) {
            if (!IDENTIFIER[bytes[at] & 0xff]) {
                at++;
                continue;
            }
            int start = at;
            int hash = 0;
            do {
                hash = next(hash, bytes[at++]);
            } while (at < length && IDENTIFIER[bytes[at] & 0xff]);
            if (slots.get(slot(hash))) {
                int place = place(bytes, start, at);
                if (place >= 0) {
                    found.set(place);
                }
            }
        }
        BitSet words = new BitSet();
        for (int word = 0; word < runOf.length && !found.isEmpty(); word++) {
            words.set(word, found.get(runOf[word]));
        }
        return words;
    }

    /** Every run of identifiers' characters in the first bytes, so many as given, that is long enough to be a word. */
    public static Set<String> runs(byte[] bytes, int length) {
        Set<String> runs = new HashSet<>();
        int at = 0;
        while (at < length) {
            int start = at;
            while (at < length && IDENTIFIER[bytes[at] & 0xff]) {
                at++;
            }
            if (at - start >= SHORTEST) {
                runs.add(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
            }
            at++;
        }
        return runs;
    }

    /** The run by which the word, which must be one, is searched for, as it is among {@link #runs}. */
    public static String run(String word) {
        return new String(checked(word), StandardCharsets.ISO_8859_1);
    }

    private int place(byte[] run) {
        return place(run, 0, run.length);
    }

    /** The place of that run among those that are looked for, or a negative number; always the same of equal ones. */
    private int place(byte[] bytes, int from, int to) {
        int low = 0;
        int high = runs.length - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            byte[] run = runs[middle];
            int order = run.length != to - from
                    ? Integer.compare(run.length, to - from)
                    : Arrays.compare(run, 0, run.length, bytes, from, to);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static byte[] longest(byte[] word) {
        int from = 0;
        int longest = 0;
        int start = 0;
        for (int i = 0; i <= word.length; i++) {
            if (i == word.length || !IDENTIFIER[word[i] & 0xff]) {
                if (i - start > longest) {
                    longest = i - start;
                    from = start;
                }
                start = i + 1;
            }
        }
        return Arrays.copyOfRange(word, from, from + longest);
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & mask;
    }

    private static int next(int hash, byte value) {
        return hash * 31 + value;
    }
}
