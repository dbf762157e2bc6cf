package dev.shirube.engine;

import dev.shirube.engine.prefilter.WordSearch;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where every word of a unit stands, if the unit is small: what one answer leads a detector to ask next need then not wait
 * for one more search. Filled by several threads.
 */
final class WordIndex {

    /** Bytes of inputs that are indexed; most systems' sources are smaller. The index takes a few times as much. */
    static final long MOST_BYTES = 16L << 20;

    private final Map<String, MentionCollector> words = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /** Adds what an input holds, unless the unit has turned out to be too large. */
    void add(String location, byte[] input) {
        if (!complete()) {
            return;
        }
        if (bytes.addAndGet(input.length) > MOST_BYTES) {
            words.clear(); // not again for every further input: that takes as long as the table once was large
        } else {
            WordSearch.runs(input, input.length)
                    .forEach(it -> words.computeIfAbsent(it, word -> new MentionCollector())
                            .add(location));
        }
    }

    /** Whether it holds all that was added. */
    boolean complete() {
        return bytes.get() <= MOST_BYTES;
    }

    /** Where that word stands; nothing where the unit was too large. */
    Optional<MentionCollector> find(String word) {
        if (!complete()) {
            return Optional.empty();
        }
        MentionCollector found = words.get(WordSearch.run(word));
        return Optional.of(found == null ? new MentionCollector() : found);
    }
}
