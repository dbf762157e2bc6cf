package dev.shirube.engine;

import dev.shirube.engine.InputRecord.Trait;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What an earlier scan saw of a unit, compared with what is there now: which of its inputs have changed, and what has to be
 * looked at because of them.
 */
final class EarlierScan {
    /**
     * What was written to so shortly before the earlier scan, or after it had begun, may have been written to again without
     * another time: the coarsest clocks of file systems count by two seconds.
     */
    private static final long CLOCK_MILLIS = 2_000;

    private final UnitRecord earlier;
    private final boolean rehash;
    private final Map<String, InputRecord> known = new HashMap<>();
    /** Inputs as before, with their version now. */
    private final Map<String, InputVersion> same = new ConcurrentHashMap<>();
    /** Inputs that are new, or not as before. */
    private final Map<String, ScanInput> changed = new ConcurrentSkipListMap<>();
    /** Inputs that are looked at although nothing says that they have changed. */
    private final Map<String, ScanInput> again = new ConcurrentSkipListMap<>();

    private final Map<String, ScanInput> archives = new ConcurrentHashMap<>();
    private volatile boolean unsure;
    private volatile boolean verified;

    EarlierScan(UnitRecord earlier, boolean rehash) {
        this.earlier = earlier;
        this.rehash = rehash;
        earlier.inputs().forEach(it -> known.put(it.location(), it));
    }

    /** Compares an input with what it was; one of which only the bytes can tell is read by the workers. */
    void compare(ScanInput input, Workers workers) {
        InputRecord before = known.get(input.location());
        Optional<InputVersion> now = input.version();
        if (before == null || now.isEmpty()) {
            changed.put(input.location(), input);
            return;
        }
        boolean equal = now.get().text().equals(before.version());
        boolean trusted = now.get().exact() || !rehash && now.get().modified() < earlier.moment() - CLOCK_MILLIS;
        if (equal && trusted) {
            settle(before, input, now.get());
        } else if (now.get().exact() || before.digest().isEmpty() && !equal) {
            changed.put(input.location(), input);
        } else if (before.digest().isEmpty()) {
            unsure = true; // as nobody read it but for its first bytes, that costs nothing to look at
            again.put(input.location(), input);
        } else {
            verified = true;
            workers.run(() -> compareBytes(before, input, now.get()));
        }
    }

    private void compareBytes(InputRecord before, ScanInput input, InputVersion now) {
        boolean equal;
        try {
            equal = ByteDigests.of(input).equals(before.digest());
        } catch (IOException e) {
            equal = false; // it is looked at, and found to be unreadable
        }
        if (equal) {
            settle(before, input, now);
        } else {
            changed.put(input.location(), input);
        }
    }

    private void settle(InputRecord before, ScanInput input, InputVersion now) {
        if (before.is(Trait.UNSTABLE)) {
            again.put(input.location(), input);
        } else {
            same.put(input.location(), now);
            if (before.is(Trait.ARCHIVE)) {
                archives.put(input.location(), input);
            }
        }
    }

    /** An archive that is as before. */
    Optional<ScanInput> archive(String location) {
        return Optional.ofNullable(archives.get(location));
    }

    /** Whether there is nothing new to keep. */
    boolean nothingNew() {
        return !verified && same.size() == known.size() && changed.isEmpty() && again.isEmpty();
    }

    /** Whether so much rests on what has changed that the unit has to be looked at as if for the first time. */
    boolean useless() {
        Set<String> touched = changedOrGone();
        boolean indexed = earlier.inputs().stream().anyMatch(it -> it.is(Trait.INDEXED));
        return indexed && (unsure || !touched.isEmpty())
                || touched.stream().map(known::get).anyMatch(it -> it != null && it.is(Trait.GATHERED));
    }

    /** The locations of inputs that are not as before, or not there any more. */
    private Set<String> changedOrGone() {
        Set<String> locations = new TreeSet<>(changed.keySet());
        for (String location : known.keySet()) {
            if (!same.containsKey(location) && !again.containsKey(location)) {
                locations.add(location);
            }
        }
        return locations;
    }

    /**
     * The inputs to look at: those that have changed, and those of which what was said rests on them. Says to the unit where
     * the words stand of which that is known without looking at the others.
     */
    List<ScanInput> toLookAt(PassedUnit unit, DetectorList detectors) throws IOException {
        Set<String> touched = changedOrGone();
        ChangedWords words = ChangedWords.of(
                earlier.words(),
                touched,
                changed.values(),
                detectors,
                unit.context().limits());
        words.tell(unit);
        Map<String, ScanInput> inputs = new TreeMap<>(changed);
        inputs.putAll(again);
        for (InputRecord before : earlier.inputs()) {
            if (same.containsKey(before.location())
                    && (before.touched().stream().anyMatch(touched::contains) || words.concern(before))) {
                same.remove(before.location());
                unit.input(before.location()).ifPresent(it -> inputs.put(before.location(), it));
            }
        }
        return new ArrayList<>(inputs.values());
    }

    /** What is still true of the inputs that are not looked at. */
    List<InputRecord> unchanged() {
        return earlier.inputs().stream()
                .filter(it -> same.containsKey(it.location()))
                .map(it -> it.at(same.get(it.location())))
                .toList();
    }
}
