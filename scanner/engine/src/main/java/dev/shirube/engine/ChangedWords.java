package dev.shirube.engine;

import dev.shirube.engine.UnitRecord.WordRecord;
import dev.shirube.engine.prefilter.WordSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The words that an earlier scan searched for, and where they stand now: only what has changed is searched again. */
final class ChangedWords {
    private final Map<Integer, List<WordRecord>> stand = new HashMap<>();
    private final Set<List<String>> changed = new HashSet<>();

    private ChangedWords() {}

    /**
     * @param touched the locations of inputs that are not as before, or not there any more
     * @param inputs those of them that are there
     */
    static ChangedWords of(
            List<WordRecord> words,
            Set<String> touched,
            Collection<ScanInput> inputs,
            DetectorList detectors,
            Limits limits) {
        ChangedWords changes = new ChangedWords();
        for (int i = 0; i < detectors.size(); i++) {
            Detector detector = detectors.get(i);
            List<WordRecord> own = words.stream()
                    .filter(it -> it.detector().equals(detector.id()))
                    .toList();
            if (!own.isEmpty()) {
                changes.search(i, own, touched, holders(own, inputs, detector, limits));
            }
        }
        return changes;
    }

    /** For each word the inputs that hold it. */
    private static List<Set<String>> holders(
            List<WordRecord> words, Collection<ScanInput> inputs, Detector detector, Limits limits) {
        WordSearch search = new WordSearch(words.stream().map(WordRecord::word).toList());
        List<Set<String>> holders = new ArrayList<>();
        words.forEach(it -> holders.add(new TreeSet<>()));
        for (ScanInput input : inputs) {
            boolean searched = Guard.call(detector, input.location(), () -> detector.searches(input), told -> {})
                    .orElse(false);
            if (searched) {
                found(search, input, limits).stream()
                        .forEach(it -> holders.get(it).add(input.location()));
            }
        }
        return holders;
    }

    private static BitSet found(WordSearch search, ScanInput input, Limits limits) {
        try {
            byte[] bytes = SearchedBytes.of(input, limits);
            return search.search(bytes, bytes.length);
        } catch (IOException e) {
            return new BitSet(); // it is looked at as well, and found to be unreadable
        }
    }

    private void search(int detector, List<WordRecord> words, Set<String> touched, List<Set<String>> holders) {
        List<WordRecord> now = stand.computeIfAbsent(detector, it -> new ArrayList<>());
        for (int i = 0; i < words.size(); i++) {
            WordRecord before = words.get(i);
            boolean lost = before.locations().stream().anyMatch(touched::contains);
            if (lost || !holders.get(i).isEmpty()) {
                changed.add(List.of(before.detector(), before.word()));
            }
            boolean more = before.total() > before.locations().size();
            int atLeast = before.total() - (more ? touched.size() : 0);
            if (more && (lost || atLeast <= Mentions.MOST_LOCATIONS)) {
                // Which locations come next, or whether there are any, is not known: the whole unit is searched if
                // asked.
                changed.add(List.of(before.detector(), before.word()));
            } else {
                now.add(merged(before, touched, holders.get(i), atLeast));
            }
        }
    }

    private static WordRecord merged(WordRecord before, Set<String> touched, Set<String> holders, int atLeast) {
        TreeSet<String> all = new TreeSet<>(before.locations());
        all.removeAll(touched);
        int lost = before.locations().size() - all.size();
        all.addAll(holders);
        return new WordRecord(
                before.detector(),
                before.word(),
                all.stream().limit(Mentions.MOST_LOCATIONS).toList(),
                atLeast - lost + holders.size());
    }

    /** Whether what was said of the input rests on a word that may stand elsewhere now. */
    boolean concern(InputRecord input) {
        return input.words().entrySet().stream()
                .anyMatch(asked ->
                        asked.getValue().stream().anyMatch(it -> changed.contains(List.of(asked.getKey(), it))));
    }

    /** Says to the unit where the words stand of which that is known. */
    void tell(PassedUnit unit) {
        stand.forEach((detector, words) ->
                words.forEach(it -> unit.words(detector).know(it.word(), it.locations(), it.total())));
    }
}
