package dev.shirube.engine;

import static dev.shirube.domain.Coverage.Outcome.EXCLUDED;
import static dev.shirube.domain.DiagnosticCode.UNREADABLE;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.InputScan.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * All inputs of one unit, in parallel, and then once more those that detectors put off until the whole unit was seen; the
 * archives among them are put aside as units of their own.
 */
final class UnitScan {
    /** Bytes of postponed inputs that are kept; what is more is read again. */
    private static final long KEPT_BYTES = 32L << 20;

    /** How often inputs that were put off are shown again while they still await words. */
    private static final int MOST_ROUNDS = 4;

    private final PassedUnit unit;
    private final ScanContext context;
    private final Supplier<DetectorList> detectors;
    private final UnitResult result;
    private final Memoised<Gathering> gathering;
    private final List<Found> archives = Collections.synchronizedList(new ArrayList<>());
    private final List<Shown> postponed = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong kept = new AtomicLong();
    private final boolean archivesOnly;
    private final boolean family;
    private boolean brokenOff;
    private long inputs;

    /**
     * @param archivesOnly the unit's own results are known already: only its archives are looked for
     * @param family whether the unit belongs to a family of archives
     */
    UnitScan(
            ScanUnit unit,
            ScanContext context,
            Supplier<DetectorList> detectors,
            UnitResult result,
            boolean archivesOnly,
            boolean family) {
        this.unit = new PassedUnit(unit);
        this.context = context;
        this.detectors = detectors;
        this.result = result;
        this.gathering = new Memoised<>(() -> new Gathering(detectors.get(), family, result::add));
        this.archivesOnly = archivesOnly;
        this.family = family;
    }

    /** What was seen, or nothing if the caller wanted the scan to stop before all inputs were looked at. */
    Optional<ScanResult> run(Workers workers) {
        boolean complete = pass(workers);
        boolean more = complete
                && inputs > 0
                && !archivesOnly
                && (!postponed.isEmpty() || gathering.get().matters());
        if (more && !context.stopRequested()) {
            unit.complete(gathering.get().results(unit, !brokenOff));
            rounds(workers);
        }
        return complete && !context.stopRequested() ? Optional.of(result.toScanResult()) : Optional.empty();
    }

    /** Shows again what was put off, each time after the words that it awaits were searched for. */
    private void rounds(Workers workers) {
        for (int round = 1; round == 1 || !postponed.isEmpty() && !context.stopRequested(); round++) {
            List<Shown> waiting = List.copyOf(postponed);
            postponed.clear();
            boolean searched = searchWords(workers);
            if (round == MOST_ROUNDS || round > 1 && !searched) {
                unit.showLast();
            }
            if (round == 1) {
                showAgain(waiting, workers);
            }
            waiting.forEach(it -> workers.run(() -> scanAgain(it)));
            workers.await();
        }
        for (int i = 0; i < detectors.get().size(); i++) {
            unit.words(i).fault(unit.location(), detectors.get().get(i).id()).ifPresent(result::add);
        }
    }

    /** Whether there were words to search for. */
    private boolean searchWords(Workers workers) {
        Map<Detector, AwaitedWords.Search> searches = new LinkedHashMap<>();
        DetectorList list = detectors.get();
        for (int i = 0; i < list.size(); i++) {
            Detector detector = list.get(i);
            unit.words(i).begin().ifPresent(it -> searches.put(detector, it));
        }
        if (!searches.isEmpty()) {
            new WordWalk(unit, searches, result::add).run(workers);
        }
        return !searches.isEmpty();
    }

    /** What the unit's family needs of it, after all inputs were seen. */
    Map<FamilyIndex<?>, Object> forFamily() {
        return family && inputs > 0 ? gathering.get().forFamily(unit, !brokenOff) : Map.of();
    }

    /** Whether all inputs were handed over. */
    private boolean pass(Workers workers) {
        try {
            unit.forEach(input -> enqueue(input, workers), result::add);
            return true;
        } catch (Stopped e) {
            return false;
        } catch (IOException e) {
            result.add(Diagnostic.of(UNREADABLE, unit.location(), Reasons.of(e)));
            brokenOff = true;
            return true;
        } finally {
            workers.await();
        }
    }

    /** The archives among the inputs, by location, and equal ones in the order in which the unit hands them over. */
    List<ScanInput> archives() {
        return archives.stream()
                .sorted(Comparator.comparing((Found it) -> it.input.location()).thenComparing(Found::order))
                .map(Found::input)
                .toList();
    }

    private record Found(ScanInput input, long order) {}

    private void enqueue(ScanInput input, Workers workers) {
        if (context.stopRequested()) {
            throw new Stopped();
        }
        context.listener().inputsFound(1, Math.max(0, input.size()));
        long order = inputs++;
        workers.run(() -> {
            if (!context.stopRequested()) {
                scan(input, order);
                context.listener().inputsDone(1, Math.max(0, input.size()));
            }
        });
    }

    private void scan(ScanInput input, long order) {
        boolean included = context.filter().includes(input.location());
        if (included && !archivesOnly) {
            new InputScan(unit, detectors.get(), result, new Aside(order)).run(input);
            return;
        }
        // An inclusion such as **/*.class speaks of what is in an archive, not of the archive; an exclusion of both.
        boolean opened = !context.filter().excludes(input.location()) && Archives.recognised(input);
        if (opened) {
            archives.add(new Found(input, order));
        } else if (!archivesOnly && gathering.get().wants(input)) {
            gathering.get().add(new LoadedInput(input)); // other inputs' values may come from it
        }
        if (!opened && !included) {
            result.count(UnitResult.NO_DETECTOR, EXCLUDED, input.size());
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
            ScanUnit seen = unit.seenBy(at);
            List<String> locations = Guard.call(detector, unit.location(), () -> detector.again(seen), result::add)
                    .orElse(List.of());
            for (String location : locations) {
                if (!waiting.contains(at + " " + location) && context.filter().includes(location)) {
                    workers.run(() -> showAgain(location, at));
                }
            }
        }
    }

    private void showAgain(String location, int detector) {
        if (context.stopRequested()) {
            return;
        }
        try {
            unit.input(location)
                    .ifPresent(it -> new InputScan(unit, detectors.get(), result, new Aside(0)).runAgain(it, detector));
        } catch (IOException e) {
            result.add(Reasons.diagnostic(location, e));
        }
    }

    private void scanAgain(Shown input) {
        if (!context.stopRequested()) {
            new InputScan(unit, detectors.get(), result, new Aside(0)).run(input);
            input.input().unload();
        }
    }

    /** What the scan of one input leaves behind. */
    private final class Aside implements InputScan.Aside {
        private final long order;

        Aside(long order) {
            this.order = order;
        }

        @Override
        public void archive(ScanInput archive) {
            archives.add(new Found(archive, order));
        }

        @Override
        public boolean wants(ScanInput input) {
            return gathering.get().wants(input);
        }

        @Override
        public void read(ScanInput input) {
            gathering.get().add(input);
        }

        @Override
        public void postpone(Shown later) {
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
    }

    /** Ends the reader's walk. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
