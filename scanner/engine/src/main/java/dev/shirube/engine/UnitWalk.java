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

/** One unit after the other, each followed by the archives found in it, outermost first. */
final class UnitWalk {
    private final ScanContext context;
    private final Supplier<DetectorList> detectors;
    private final ScanJournal journal;
    private final ResultSink sink;
    private final Workers workers;

    UnitWalk(
            ScanContext context,
            Supplier<DetectorList> detectors,
            ScanJournal journal,
            ResultSink sink,
            Workers workers) {
        this.context = context;
        this.detectors = detectors;
        this.journal = journal;
        this.sink = sink;
        this.workers = workers;
    }

    /** A unit as a reader hands it over; a lone file that is an archive is that archive's unit. */
    void scan(ScanUnit unit) {
        if (unit instanceof FileUnit lone) {
            if (Archives.recognised(lone.file())) {
                openArchive(lone.location(), lone.file(), 1, new InflateBudget(context.limits()));
                return;
            }
        }
        scan(unit, new UnitResult(unit.location()), 0, null);
    }

    private void scan(ScanUnit unit, UnitResult result, int depth, InflateBudget outer) {
        if (context.stopRequested()) {
            return;
        }
        boolean finished = journal.finished(unit.location());
        context.listener().unitStarted(unit.location());
        UnitScan scan = new UnitScan(unit, context, detectors, result, finished);
        Optional<ScanResult> seen = scan.run(workers);
        if (seen.isPresent() && !finished) {
            hand(seen.get());
        }
        openArchives(scan.archives(), depth + 1, outer);
    }

    private void hand(ScanResult result) {
        sink.accept(result);
        journal.finish(result.unit());
        context.listener()
                .unitFinished(
                        result.unit(),
                        result.findings().size(),
                        result.diagnostics().size());
    }

    private void openArchives(List<ScanInput> archives, int depth, InflateBudget outer) {
        String before = "";
        int same = 1;
        for (ScanInput archive : archives) {
            same = archive.location().equals(before) ? same + 1 : 1;
            before = archive.location();
            InflateBudget budget = outer == null ? new InflateBudget(context.limits()) : outer;
            openArchive(same == 1 ? before : before + "#" + same, archive, depth, budget);
        }
    }

    private void openArchive(String location, ScanInput archive, int depth, InflateBudget budget) {
        if (context.stopRequested()) {
            return;
        }
        UnitResult result = new UnitResult(location);
        int deepest = context.limits().depth();
        if (depth > deepest) {
            fail(result, archive, Diagnostic.of(LIMIT_REACHED, location, "depth=" + deepest, "depth " + depth));
            return;
        }
        try (ByteSource source = SeekableInput.of(archive).open();
                ArchiveUnit unit = ArchiveUnit.open(location, context, source, budget)) {
            result.count(UnitResult.ARCHIVE, READ, source.size());
            scan(unit, result, depth, budget);
        } catch (ZipFormatException e) {
            fail(result, archive, Diagnostic.of(MALFORMED, location, "ZIP", e.getMessage()));
        } catch (IOException e) {
            fail(result, archive, Reasons.diagnostic(location, e));
        }
    }

    private void fail(UnitResult result, ScanInput archive, Diagnostic diagnostic) {
        result.add(diagnostic);
        result.count(UnitResult.ARCHIVE, FAILED, archive.size());
        ScanResult whole = result.toScanResult();
        if (!journal.finished(whole.unit())) {
            hand(whole);
        }
    }
}
