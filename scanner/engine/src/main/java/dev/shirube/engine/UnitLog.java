package dev.shirube.engine;

import dev.shirube.engine.InputRecord.Trait;
import dev.shirube.engine.UnitRecord.WordRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of a unit's inputs, where they are to be kept. */
final class UnitLog {
    /** Inputs of a unit of which what was seen is kept; nothing is kept of larger ones. */
    static final int MOST_INPUTS = 500_000;

    private final UnitResult result;
    private final boolean kept;
    private final InputLog passing;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile boolean wholeNeeded;

    private record Entry(InputLog log, Optional<InputVersion> version) {}

    private UnitLog(UnitResult result, boolean kept) {
        this.result = result;
        this.kept = kept;
        passing = InputLog.passing(result);
    }

    /** One that keeps nothing. */
    static UnitLog passing(UnitResult result) {
        return new UnitLog(result, false);
    }

    /** One that keeps everything. */
    static UnitLog noting(UnitResult result) {
        return new UnitLog(result, true);
    }

    boolean kept() {
        return kept;
    }

    UnitResult result() {
        return result;
    }

    /** The log of an input of the unit, which is begun when the input is first looked at. */
    InputLog of(ScanInput input) {
        return kept
                ? entries.computeIfAbsent(
                                input.location(),
                                it -> new Entry(InputLog.noting(result, () -> wholeNeeded = true), input.version()))
                        .log
                : passing;
    }

    /** Whether something rests on the whole unit. */
    boolean wholeNeeded() {
        return wholeNeeded;
    }

    /** Whether there are not too many inputs to keep what was seen of them. */
    boolean fits(int further) {
        return entries.size() + further <= MOST_INPUTS;
    }

    /**
     * All that was noted of the unit.
     *
     * @param unchanged what was noted earlier of inputs that were not looked at now
     */
    UnitRecord record(PassedUnit unit, DetectorList detectors, List<InputRecord> unchanged, long moment) {
        Map<String, InputRecord> inputs = new TreeMap<>();
        unchanged.forEach(it -> inputs.put(it.location(), it));
        entries.forEach((location, entry) ->
                entry.version.ifPresent(version -> inputs.put(location, entry.log.record(location, version.text()))));
        signTouched(entries.keySet(), inputs, unit);
        return new UnitRecord(moment, List.copyOf(inputs.values()), words(inputs, unit, detectors));
    }

    /** What was touched must be known by its digest, or what rests on it cannot be trusted to be unchanged. */
    private static void signTouched(Set<String> looked, Map<String, InputRecord> inputs, PassedUnit unit) {
        for (String location : looked) {
            List<String> touched =
                    inputs.containsKey(location) ? inputs.get(location).touched() : List.of();
            if (!touched.stream().allMatch(it -> known(it, inputs, unit))) {
                inputs.computeIfPresent(location, (at, it) -> it.with(Trait.UNSTABLE));
            }
        }
    }

    private static boolean known(String location, Map<String, InputRecord> inputs, PassedUnit unit) {
        InputRecord touched = inputs.get(location);
        return touched == null ? unit.isAbsent(location) : signed(touched, inputs, unit);
    }

    private static boolean signed(InputRecord touched, Map<String, InputRecord> inputs, PassedUnit unit) {
        if (!touched.digest().isEmpty()) {
            return true;
        }
        Optional<String> digest = unit.digests().of(touched.location());
        digest.ifPresent(it -> inputs.put(touched.location(), touched.with(it)));
        return digest.isPresent();
    }

    private static List<WordRecord> words(Map<String, InputRecord> inputs, PassedUnit unit, DetectorList detectors) {
        Map<String, Set<String>> asked = new TreeMap<>();
        inputs.values()
                .forEach(input -> input.words()
                        .forEach((detector, words) -> asked.computeIfAbsent(detector, it -> new TreeSet<>())
                                .addAll(words)));
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < detectors.size(); i++) {
            places.put(detectors.get(i).id(), i);
        }
        List<WordRecord> records = new ArrayList<>();
        asked.forEach((detector, words) -> {
            AwaitedWords known = unit.words(places.get(detector));
            words.forEach(word -> known.record(detector, word).ifPresent(records::add));
        });
        return records;
    }
}
