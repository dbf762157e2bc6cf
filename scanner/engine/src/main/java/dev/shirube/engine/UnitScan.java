package dev.shirube.engine;

import static dev.shirube.domain.Coverage.Outcome.EXCLUDED;
import static dev.shirube.domain.Coverage.Outcome.READ;
import static dev.shirube.domain.Coverage.Outcome.SKIPPED;
import static dev.shirube.domain.DiagnosticCode.UNREADABLE;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.InputRecord.Trait;
import dev.shirube.engine.InputScan.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All inputs of one unit, in parallel, and then once more those that detectors put off until the whole unit was seen; or,
 * where an earlier scan saw the unit, only those on which something rests that has changed. The archives among them are put
 * aside as units of their own.
 */
final class UnitScan {
    private final PassedUnit unit;
    private final ScanContext context;
    private final Supplier<DetectorList> detectors;
    private final UnitResult result;
    private final UnitLog log;
    private final Optional<EarlierScan> earlier;
    private final Memoised<Gathering> gathering;
    private final SecondLook secondLook;
    private final List<Found> archives = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong inputs = new AtomicLong();
    private final boolean archivesOnly;
    private final boolean family;
    private boolean brokenOff;

    private UnitScan(
            PassedUnit unit,
            Supplier<DetectorList> detectors,
            UnitLog log,
            Optional<EarlierScan> earlier,
            boolean archivesOnly,
            boolean family) {
        this.unit = unit;
        this.context = unit.context();
        this.detectors = detectors;
        this.result = log.result();
        this.log = log;
        this.earlier = earlier;
        this.gathering = new Memoised<>(() -> new Gathering(detectors.get(), family, result::add));
        this.secondLook = new SecondLook(unit, detectors, log, this::inputScan);
        this.archivesOnly = archivesOnly;
        this.family = family;
    }

    /**
     * A scan of all inputs.
     *
     * @param archivesOnly the unit's own results are known already: only its archives are looked for
     * @param family whether the unit belongs to a family of archives
     */
    static UnitScan whole(
            ScanUnit unit, Supplier<DetectorList> detectors, UnitLog log, boolean archivesOnly, boolean family) {
        return new UnitScan(new PassedUnit(unit, false), detectors, log, Optional.empty(), archivesOnly, family);
    }

    /** A scan of what has changed since an earlier one. */
    static UnitScan since(EarlierScan earlier, ScanUnit unit, Supplier<DetectorList> detectors, UnitLog log) {
        return new UnitScan(new PassedUnit(unit, true), detectors, log, Optional.of(earlier), false, false);
    }

    /** What was seen, or nothing if the caller wanted the scan to stop before all inputs were looked at. */
    Optional<ScanResult> run(Workers workers) {
        boolean complete = pass(earlier.map(it -> comparing(it, workers)).orElseGet(() -> looking(workers)), workers);
        if (complete && earlier.isPresent() && !useless()) {
            complete = lookAtChanges(earlier.get(), workers);
        }
        boolean more = complete
                && inputs.get() > 0
                && !archivesOnly
                && !useless()
                && (secondLook.awaited() || !unit.part() && gathering.get().matters());
        if (more && !context.stopRequested()) {
            unit.complete(unit.part() ? Map.of() : gathering.get().results(unit, !brokenOff));
            secondLook.run(workers);
        }
        if (!complete || useless() || context.stopRequested()) {
            return Optional.empty();
        }
        earlier.ifPresent(this::repeatUnchanged);
        return Optional.of(result.toScanResult());
    }

    /** Whether what changed since an earlier scan makes it necessary to look at the whole unit. */
    boolean useless() {
        return earlier.isPresent() && (brokenOff || earlier.get().useless() || log.wholeNeeded() || wordsLeftOut());
    }

    private boolean wordsLeftOut() {
        for (int i = 0; i < detectors.get().size(); i++) {
            if (unit.words(i).tooMany()) {
                return true;
            }
        }
        return false;
    }

    /** What is to be kept for the next scan, if it is new and can be trusted. */
    Optional<UnitRecord> record(long moment) {
        List<InputRecord> unchanged = earlier.map(EarlierScan::unchanged).orElse(List.of());
        boolean known = earlier.map(EarlierScan::nothingNew).orElse(false);
        return known || !log.kept() || brokenOff || wordsLeftOut() || !log.fits(unchanged.size())
                ? Optional.empty()
                : Optional.of(log.record(unit, detectors.get(), unchanged, moment));
    }

    /** What the unit's family needs of it, after all inputs were seen. */
    Map<FamilyIndex<?>, Object> forFamily() {
        return family && inputs.get() > 0 ? gathering.get().forFamily(unit, !brokenOff) : Map.of();
    }

    /** The archives among the inputs, by location, and equal ones in the order in which the unit hands them over. */
    List<Found> archives() {
        return archives.stream()
                .sorted(Comparator.comparing((Found it) -> it.input.location()).thenComparing(Found::order))
                .toList();
    }

    /**
     * An archive.
     *
     * @param content equal texts mean equal bytes; nothing where that was not asked for
     */
    record Found(ScanInput input, long order, Optional<String> content) {}

    /** Whether all inputs were handed over. */
    private boolean pass(Consumer<ScanInput> consumer, Workers workers) {
        try {
            unit.walk(input -> orCount(input, consumer), result::add);
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

    private void orCount(ScanInput input, Consumer<ScanInput> consumer) {
        if (context.stopRequested()) {
            throw new Stopped();
        }
        Optional<String> rule = input.skipped();
        if (rule.isEmpty()) {
            consumer.accept(input);
        } else if (!archivesOnly) {
            result.count(rule.get(), SKIPPED, input.size());
            result.count(Coverage.FILE, SKIPPED, input.size());
        }
    }

    private Consumer<ScanInput> looking(Workers workers) {
        return input -> {
            context.listener().inputsFound(1, Math.max(0, input.size()));
            enqueue(input, workers);
        };
    }

    private Consumer<ScanInput> comparing(EarlierScan before, Workers workers) {
        return input -> before.compare(input, workers);
    }

    /** Whether all of them were looked at. */
    private boolean lookAtChanges(EarlierScan before, Workers workers) {
        try {
            List<ScanInput> changes = before.toLookAt(unit, detectors.get());
            changes.forEach(it -> context.listener().inputsFound(1, Math.max(0, it.size())));
            changes.forEach(it -> enqueue(it, workers));
            return true;
        } catch (IOException e) {
            brokenOff = true;
            return true;
        } finally {
            workers.await();
        }
    }

    private void repeatUnchanged(EarlierScan before) {
        for (InputRecord input : before.unchanged()) {
            input.repeat(result);
            if (input.is(Trait.ARCHIVE)) {
                before.archive(input.location()).ifPresent(it -> archives.add(found(it, 0, input.digest())));
            }
        }
    }

    private void enqueue(ScanInput input, Workers workers) {
        long order = inputs.getAndIncrement();
        workers.run(() -> {
            if (!context.stopRequested() && !(unit.part() && log.wholeNeeded())) {
                scan(input, order);
                context.listener().inputsDone(1, Math.max(0, input.size()));
            }
        });
    }

    private void scan(ScanInput input, long order) {
        boolean included = context.filter().includes(input.location());
        InputLog own = log.of(input);
        if (included && !archivesOnly) {
            new InputScan(unit, detectors.get(), own, new Aside(order)).run(input);
            return;
        }
        // An inclusion such as **/*.class speaks of what is in an archive, not of the archive; an exclusion of both.
        boolean opened = !context.filter().excludes(input.location()) && Archives.recognised(input);
        if (opened) {
            addArchive(input, order, own);
            own.count(Coverage.FILE, READ, input.size());
        } else if (!archivesOnly && gathering.get().wants(input)) {
            gather(new LoadedInput(input), own); // other inputs' values may come from it
        }
        if (!opened && !included) {
            own.count(UnitResult.NO_DETECTOR, EXCLUDED, input.size());
            own.count(Coverage.FILE, EXCLUDED, input.size());
        }
    }

    private void gather(LoadedInput input, InputLog own) {
        if (gathering.get().add(input)) {
            own.gathered();
        }
        if (own.kept() && input.loaded()) {
            own.digest(input.digest());
        }
    }

    private void addArchive(ScanInput archive, long order, InputLog own) {
        String digest = "";
        if (own.kept()) {
            own.archive();
            digest = digest(archive);
            own.digest(digest);
        }
        archives.add(found(archive, order, digest));
    }

    private static String digest(ScanInput archive) {
        try {
            return archive.version().filter(InputVersion::exact).isPresent() ? "" : ByteDigests.of(archive);
        } catch (IOException e) {
            return ""; // it is opened, and found to be unreadable
        }
    }

    private static Found found(ScanInput archive, long order, String digest) {
        Optional<String> exact = archive.version().filter(InputVersion::exact).map(InputVersion::text);
        return new Found(archive, order, exact.or(() -> Optional.of(digest).filter(it -> !it.isEmpty())));
    }

    private InputScan inputScan(InputLog own) {
        return new InputScan(unit, detectors.get(), own, new Aside(0));
    }

    /** What the scan of one input leaves behind. */
    private final class Aside implements InputScan.Aside {
        private final long order;

        Aside(long order) {
            this.order = order;
        }

        @Override
        public void archive(ScanInput archive, InputLog own) {
            addArchive(archive, order, own);
        }

        @Override
        public boolean wants(ScanInput input) {
            return gathering.get().wants(input);
        }

        @Override
        public boolean read(ScanInput input) {
            return gathering.get().add(input);
        }

        @Override
        public void postpone(Shown later) {
            secondLook.putOff(later);
        }
    }

    /** Ends the reader's walk. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
