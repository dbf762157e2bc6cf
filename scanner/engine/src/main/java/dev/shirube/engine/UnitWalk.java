package dev.shirube.engine;

import static dev.shirube.domain.Coverage.Outcome.FAILED;
import static dev.shirube.domain.Coverage.Outcome.READ;
import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static dev.shirube.domain.DiagnosticCode.MALFORMED;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.zip.ByteSource;
import dev.shirube.engine.zip.ZipFormatException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One unit after the other, each followed by the archives found in it, outermost first; the results of an outermost archive
 * and of all archives in it are held until its family is whole.
 */
final class UnitWalk {
    private final ScanContext context;
    private final Supplier<DetectorList> detectors;
    private final ScanJournal journal;
    private final ScanCache cache;
    private final CacheKeys keys;
    private final ResultSink sink;
    private final Workers workers;
    /** As a reader handed it over; archives in it are scanned before the next one is. */
    private ScanUnit outermost;

    UnitWalk(
            ScanContext context,
            Supplier<DetectorList> detectors,
            ScanJournal journal,
            ScanCache cache,
            ResultSink sink,
            Workers workers) {
        this.context = context;
        this.detectors = detectors;
        this.journal = journal;
        this.cache = cache;
        this.keys = new CacheKeys(context, detectors);
        this.sink = sink;
        this.workers = workers;
    }

    /** A unit as a reader hands it over; a lone file that is an archive is that archive's unit. */
    void scan(ScanUnit unit) {
        outermost = unit;
        if (unit instanceof FileUnit lone) {
            if (Archives.recognised(lone.file())) {
                openFamily(
                        lone.location(), lone.file(), content(lone.file()), new InflateBudget(context.limits()), true);
                return;
            }
        }
        if (cache.keeps() && !journal.finished(unit.location())) {
            keys.unit(unit.location()).ifPresentOrElse(key -> scanKept(unit, key), () -> scanLoose(unit));
        } else {
            scanLoose(unit);
        }
    }

    private void scanLoose(ScanUnit unit) {
        scan(unit, new UnitResult(unit.location()), 0, null, Optional.empty());
    }

    /** Scans a unit of loose files of which what is seen is kept, or was kept by an earlier scan. */
    private void scanKept(ScanUnit unit, String key) {
        if (context.stopRequested()) {
            return;
        }
        context.listener().unitStarted(unit.location());
        long moment = cache.moment();
        Optional<UnitScan> changes = cache.unit(key)
                .map(it -> new EarlierScan(it, cache.rehash()))
                .map(it -> UnitScan.since(it, unit, detectors, UnitLog.noting(new UnitResult(unit.location()))));
        Optional<ScanResult> seen = changes.flatMap(it -> it.run(workers));
        UnitScan scan = changes.filter(it -> !it.useless())
                .orElseGet(() ->
                        UnitScan.whole(unit, detectors, UnitLog.noting(new UnitResult(unit.location())), false, false));
        if (seen.isEmpty() && (changes.isEmpty() || changes.get() != scan)) {
            seen = scan.run(workers);
        }
        seen.ifPresent(this::hand);
        if (seen.isPresent()) {
            scan.record(moment).filter(it -> !it.inputs().isEmpty()).ifPresent(it -> cache.keep(key, it));
        }
        openArchives(scan.archives(), 1, null, Optional.empty());
    }

    private Optional<String> content(ScanInput archive) {
        try {
            return cache.keeps() ? Optional.of(ByteDigests.of(archive)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // it is opened, and found to be unreadable
        }
    }

    private void scan(ScanUnit unit, UnitResult result, int depth, InflateBudget outer, Optional<Family> family) {
        if (context.stopRequested()) {
            return;
        }
        Optional<Family> open = family.filter(it -> !it.finished());
        // Of a family that is not whole all of it is looked at again: each archive tells of the others.
        boolean finished = open.isEmpty() && journal.finished(unit.location());
        context.listener().unitStarted(unit.location());
        UnitScan scan = UnitScan.whole(unit, detectors, UnitLog.passing(result), finished, open.isPresent());
        Optional<ScanResult> seen = scan.run(workers);
        if (seen.isPresent() && !finished) {
            open.ifPresent(it -> it.add(unit.location(), scan.forFamily()));
            // Gathering may have told of faults since.
            take(open.isPresent() ? result.toScanResult() : seen.get(), family);
        }
        openArchives(scan.archives(), depth + 1, outer, family);
    }

    /** Hands a result over, or holds it until its family is whole. */
    private void take(ScanResult result, Optional<Family> family) {
        Optional<Family> open = family.filter(it -> !it.finished());
        if (open.isPresent()) {
            open.get().add(result);
        } else {
            hand(result);
        }
    }

    private void hand(ScanResult result) {
        if (journal.finished(result.unit())) {
            return;
        }
        ScanResult told = outermost.told(result);
        told = told.equals(result) ? result : Ordinals.assign(told);
        sink.accept(told);
        journal.finish(told.unit());
        context.listener()
                .unitFinished(
                        told.unit(), told.findings().size(), told.diagnostics().size());
    }

    private void openArchives(
            List<FoundArchives.Found> archives, int depth, InflateBudget outer, Optional<Family> family) {
        String before = "";
        int same = 1;
        for (FoundArchives.Found found : archives) {
            ScanInput archive = found.input();
            same = archive.location().equals(before) ? same + 1 : 1;
            before = archive.location();
            InflateBudget budget = outer == null ? new InflateBudget(context.limits()) : outer;
            String location = same == 1 ? before : before + "#" + same;
            if (family.isPresent()) {
                openArchive(location, archive, depth, budget, family.get());
            } else {
                openFamily(location, archive, found.content(), budget, false);
            }
        }
    }

    /**
     * Opens an outermost archive, and hands it over with all archives in it once the last of them was looked at; or hands
     * over what an earlier scan saw of the same bytes.
     *
     * @param content equal texts mean equal bytes; nothing where nothing is kept
     */
    private void openFamily(
            String location, ScanInput archive, Optional<String> content, InflateBudget budget, boolean named) {
        Family family = new Family(location, named, journal.finished(location));
        Optional<String> key = content.filter(it -> cache.keeps() && !family.finished())
                .flatMap(it -> keys.archive(location, it, named));
        Optional<List<ScanResult>> known = context.stopRequested() ? Optional.empty() : key.flatMap(cache::archive);
        if (known.isPresent()) {
            known.get().forEach(it -> context.listener().unitStarted(it.unit()));
            known.get().forEach(this::hand);
            return;
        }
        openArchive(location, archive, 1, budget, family);
        if (!context.stopRequested() && !family.finished()) {
            List<ScanResult> told = family.told(detectors);
            told.forEach(this::hand);
            key.filter(it -> told.stream().allMatch(UnitWalk::stable)).ifPresent(it -> cache.keep(it, told));
        }
    }

    /** Whether the same bytes will say the same once more. */
    private static boolean stable(ScanResult result) {
        return result.diagnostics().stream().noneMatch(InputLog::mayPass);
    }

    private void openArchive(String location, ScanInput archive, int depth, InflateBudget budget, Family family) {
        if (context.stopRequested()) {
            return;
        }
        UnitResult result = new UnitResult(location);
        int deepest = context.limits().depth();
        if (depth > deepest) {
            fail(result, archive, Diagnostic.of(LIMIT_REACHED, location, "depth=" + deepest, "depth " + depth), family);
            return;
        }
        try (ByteSource source = SeekableInput.of(archive).open();
                ArchiveUnit unit = ArchiveUnit.open(location, context, source, budget)) {
            result.count(UnitResult.ARCHIVE, READ, source.size());
            scan(unit, result, depth, budget, Optional.of(family));
        } catch (ZipFormatException e) {
            fail(result, archive, Diagnostic.of(MALFORMED, location, "ZIP", e.getMessage()), family);
        } catch (IOException e) {
            fail(result, archive, Reasons.diagnostic(location, e), family);
        }
    }

    private void fail(UnitResult result, ScanInput archive, Diagnostic diagnostic, Family family) {
        result.add(diagnostic);
        result.count(UnitResult.ARCHIVE, FAILED, archive.size());
        take(result.toScanResult(), Optional.of(family));
    }
}
