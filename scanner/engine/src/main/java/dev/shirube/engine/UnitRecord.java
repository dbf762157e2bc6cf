package dev.shirube.engine;

import java.util.List;

/**
 * What a scan saw in one unit, input by input, so that the next one need not look at what has not changed.
 *
 * @param moment when the scan began, in milliseconds since 1970 by the clock that also dates the inputs' changes
 * @param words where the words stand that inputs' records name
 */
public record UnitRecord(long moment, List<InputRecord> inputs, List<WordRecord> words) {
    /** Keeps unmodifiable copies. */
    public UnitRecord {
        inputs = List.copyOf(inputs);
        words = List.copyOf(words);
    }

    /**
     * Where a word stands among the inputs that a detector searches.
     *
     * @param locations the first {@link Mentions#MOST_LOCATIONS} in order
     * @param total how many inputs hold it, at least
     */
    public record WordRecord(String detector, String word, List<String> locations, int total) {
        /** Keeps an unmodifiable copy. */
        public WordRecord {
            locations = List.copyOf(locations);
        }
    }
}
