package dev.shirube.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** The inputs of a unit that detectors put off, shown again once the unit was seen and searched for the words they await. */
final class SecondLook {
    /** Bytes of postponed inputs that are kept; what is more is read again. */
    private static final long KEPT_BYTES = 32L << 20;

    /** How often inputs that were put off are shown again while they still await words. */
    private static final int MOST_ROUNDS = 4;

    private final PassedUnit unit;
    private final Supplier<DetectorList> detectors;
    private final UnitLog log;
    private final Function<InputLog, InputScan> scans;
    private final List<Shown> postponed = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong kept = new AtomicLong();

    /** @param scans begins to look at an input that has that log */
    SecondLook(PassedUnit unit, Supplier<DetectorList> detectors, UnitLog log, Function<InputLog, InputScan> scans) {
        this.unit = unit;
        this.detectors = detectors;
        this.log = log;
        this.scans = scans;
    }

    /** Puts an input off. */
    void putOff(Shown later) {
        if (unit.whole()) {
            later.input().unload();
        } else if (later.input().loaded()) {
            long bytes = later.input().loadedBytes().length;
            if (kept.addAndGet(bytes) > KEPT_BYTES) {
                kept.addAndGet(-bytes);
                later.input().unload();
            }
        }
        postponed.add(later);
    }

    /** Whether any input was put off. */
    boolean awaited() {
        return !postponed.isEmpty();
    }

    /** Shows again what was put off, each time after the words that it awaits were searched for. */
    void run(Workers workers) {
        for (int round = 1; round == 1 || awaited() && !stopped(); round++) {
            List<Shown> waiting = List.copyOf(postponed);
            postponed.clear();
            searchWords(workers);
            if (round == MOST_ROUNDS) {
                unit.showLast();
            }
            if (round == 1 && !unit.part()) {
                showAgain(waiting, workers);
            }
            waiting.forEach(it -> workers.run(() -> show(it)));
            workers.await();
        }
        for (int i = 0; i < detectors.get().size(); i++) {
            unit.words(i).fault(unit.location(), detectors.get().get(i).id()).ifPresent(log.result()::add);
        }
    }

    private boolean stopped() {
        return unit.context().stopRequested() || unit.part() && log.wholeNeeded();
    }

    private void searchWords(Workers workers) {
        Map<Detector, AwaitedWords.Search> searches = new LinkedHashMap<>();
        DetectorList list = detectors.get();
        for (int i = 0; i < list.size(); i++) {
            Detector detector = list.get(i);
            unit.words(i).begin().ifPresent(it -> searches.put(detector, it));
        }
        if (!searches.isEmpty()) {
            new WordWalk(unit, searches, log.result()::add).run(workers);
        }
    }

    /** Shows to detectors once more what they ask for again, and did not put off anyway. */
    private void showAgain(List<Shown> putOff, Workers workers) {
        Set<String> waiting = new HashSet<>();
        putOff.forEach(it -> waiting.add(it.detector() + " " + it.input().location()));
        DetectorList list = detectors.get();
        for (int i = 0; i < list.size(); i++) {
            int at = i;
            Detector detector = list.get(i);
            ScanUnit seen = new DetectorView(unit, at, detector.id(), InputLog.passing(log.result()), Set.of());
            List<String> locations = Guard.call(
                            detector, unit.location(), () -> detector.again(seen), log.result()::add)
                    .orElse(List.of());
            for (String location : locations) {
                if (!waiting.contains(at + " " + location)
                        && unit.context().filter().includes(location)) {
                    workers.run(() -> showAgain(location, at));
                }
            }
        }
    }

    private void showAgain(String location, int detector) {
        if (stopped()) {
            return;
        }
        try {
            unit.input(location).ifPresent(input -> {
                InputLog own = log.of(input);
                own.indexed();
                scans.apply(own).runAgain(input, detector);
            });
        } catch (IOException e) {
            log.result().add(Reasons.diagnostic(location, e));
        }
    }

    private void show(Shown input) {
        if (!stopped()) {
            scans.apply(input.log()).run(input);
            input.input().unload();
        }
    }
}
