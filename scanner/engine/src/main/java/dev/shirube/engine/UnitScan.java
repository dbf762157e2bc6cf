package dev.shirube.engine;

import static dev.shirube.domain.Coverage.Outcome.EXCLUDED;
import static dev.shirube.domain.DiagnosticCode.UNREADABLE;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.ScanResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All inputs of one unit, in parallel; the archives among them are put aside as units of their own. */
final class UnitScan {
    private final ScanUnit unit;
    private final ScanContext context;
    private final Supplier<DetectorList> detectors;
    private final UnitResult result;
    private final List<Found> archives = Collections.synchronizedList(new ArrayList<>());
    private final boolean archivesOnly;
    private long inputs;

    /** @param archivesOnly the unit's own results are known already: only its archives are looked for */
    UnitScan(
            ScanUnit unit,
            ScanContext context,
            Supplier<DetectorList> detectors,
            UnitResult result,
            boolean archivesOnly) {
        this.unit = unit;
        this.context = context;
        this.detectors = detectors;
        this.result = result;
        this.archivesOnly = archivesOnly;
    }

    /** What was seen, or nothing if the caller wanted the scan to stop before all inputs were looked at. */
    Optional<ScanResult> run(Workers workers) {
        boolean complete = true;
        try {
            unit.forEach(input -> enqueue(input, workers), result::add);
        } catch (Stopped e) {
            complete = false;
        } catch (IOException e) {
            result.add(Diagnostic.of(UNREADABLE, unit.location(), Reasons.of(e)));
        } finally {
            workers.await();
        }
        return complete && !context.stopRequested() ? Optional.of(result.toScanResult()) : Optional.empty();
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
        InputScan scan = new InputScan(unit, detectors.get(), result, it -> archives.add(new Found(it, order)));
        boolean included = context.filter().includes(input.location());
        if (included && !archivesOnly) {
            scan.run(input);
            return;
        }
        // An inclusion such as **/*.class speaks of what is in an archive, not of the archive; an exclusion of both.
        boolean opened = !context.filter().excludes(input.location()) && scan.putAside(input);
        if (!opened && !included) {
            result.count(UnitResult.NO_DETECTOR, EXCLUDED, input.size());
        }
    }

    /** Ends the reader's walk. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
