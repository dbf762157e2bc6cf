package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;

import dev.shirube.domain.Diagnostic;
import dev.shirube.engine.UnitRecord.WordRecord;
import dev.shirube.engine.prefilter.WordSearch;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The words that one detector awaits in one unit, and where they were found; asked for by several threads. */
final class AwaitedWords {
    /** Words that are searched for one detector in one unit. */
    static final int MOST_WORDS = 20_000;

    private final TreeSet<String> asked = new TreeSet<>();
    private final Map<String, MentionCollector> found = new ConcurrentHashMap<>();
    private final AtomicLong expected = new AtomicLong();
    private volatile Optional<WordIndex> index = Optional.empty();
    private boolean tooMany;

    /** Asks for words; of more than can be searched for, the first in order are. */
    synchronized void ask(Set<String> words) {
        for (String word : words) {
            if (!found.containsKey(word) && asked.add(word) && asked.size() > MOST_WORDS - found.size()) {
                asked.pollLast();
                tooMany = true;
            }
        }
    }

    /** Says that a search will go through at least so many bytes more. */
    void expect(long bytes) {
        expected.addAndGet(bytes);
    }

    /** What to look for now, if there is anything new. */
    synchronized Optional<Search> begin() {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Search search = new Search(List.copyOf(asked));
        asked.clear();
        return Optional.of(search);
    }

    /** Says that words were left out. */
    synchronized Optional<Diagnostic> fault(String unit, String detector) {
        return tooMany()
                ? Optional.of(Diagnostic.of(
                        LIMIT_REACHED, unit, "searched-words=" + MOST_WORDS, "words asked for by " + detector))
                : Optional.empty();
    }

    /** Whether words were left out. */
    synchronized boolean tooMany() {
        return tooMany && !indexed();
    }

    /** Says where a word stands, as is known from an earlier scan. */
    void know(String word, List<String> locations, int total) {
        found.put(word, MentionCollector.of(locations, total));
    }

    /** Where a word was found, to be kept for a later scan. */
    Optional<WordRecord> record(String detector, String word) {
        return find(word).map(it -> new WordRecord(detector, word, it.mentions().locations(), it.total()));
    }

    /** Where a word stands, if it was searched for, or is known without. */
    Optional<Mentions> mentions(String word) {
        return find(word).map(MentionCollector::mentions);
    }

    private Optional<MentionCollector> find(String word) {
        MentionCollector searched = found.get(word);
        return searched == null ? index.flatMap(it -> it.find(word)) : Optional.of(searched);
    }

    /** Whether words need not be asked for. */
    boolean indexed() {
        return index.isPresent();
    }

    /** Takes the index, if it was made of the whole unit and the unit is small enough. */
    private void take(WordIndex made) {
        if (made.complete()) {
            index = Optional.of(made);
        }
    }

    /** One search for the words that are new. */
    final class Search {
        private final WordSearch search;
        private final MentionCollector[] collectors;
        /** Not begun for a unit that is known to be too large. */
        private final Optional<WordIndex> all =
                expected.get() <= WordIndex.MOST_BYTES ? Optional.of(new WordIndex()) : Optional.empty();

        private Search(List<String> words) {
            search = new WordSearch(words);
            collectors = words.stream().map(this::collector).toArray(MentionCollector[]::new);
        }

        private MentionCollector collector(String word) {
            MentionCollector collector = new MentionCollector();
            found.put(word, collector);
            return collector;
        }

        /** Notes which of the words the input holds. */
        void look(String location, byte[] bytes) {
            BitSet words = search.search(bytes, bytes.length);
            words.stream().forEach(it -> collectors[it].add(location));
            all.ifPresent(it -> it.add(location, bytes));
        }

        /** Says that every input was looked at. */
        void end() {
            all.ifPresent(AwaitedWords.this::take);
        }
    }
}
