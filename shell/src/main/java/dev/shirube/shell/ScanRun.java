package dev.shirube.shell;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Language;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Text;
import dev.shirube.engine.ScanCache;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanListener;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.ImportTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.TargetException;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Exit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Scans targets for one system into a workspace, and tallies what came. */
final class ScanRun {

    /** What happens to test code; the ids are those of {@code --tests}. */
    enum Tests {
        INCLUDE,
        TAG,
        SKIP
    }

    private final Workspace workspace;
    private final Scanner scanner;
    private final ScanContext context;
    private final Tests tests;
    private final Function<ScanTarget, ScanCache> caches;
    private final Pace pace;
    private final EndpointProgress progress;

    /** Shows how many endpoints are done. */
    interface EndpointProgress {
        /** Told of so many endpoints, some of which were finished earlier. */
        ScanListener of(int all, int finished);
    }

    /**
     * @param caches what earlier scans of a target saw
     * @param pace at which endpoints are asked
     * @param progress told of endpoints; of all else the context's listener
     */
    ScanRun(
            Workspace workspace,
            Scanner scanner,
            ScanContext context,
            Tests tests,
            Function<ScanTarget, ScanCache> caches,
            Pace pace,
            EndpointProgress progress) {
        this.workspace = workspace;
        this.scanner = scanner;
        this.context = context;
        this.tests = tests;
        this.caches = caches;
        this.pace = pace;
        this.progress = progress;
    }

    /**
     * Scans the targets one after the other, all endpoints side by side after the others; each unit is kept as it comes.
     *
     * @throws CommandFailure when a target cannot be opened at all; what was kept stays
     */
    void scan(List<ScanTarget> targets, String system, boolean resume, ScanTally tally) {
        List<ScanTarget> grouped = new ArrayList<>();
        List<EndpointTarget> endpoints = new ArrayList<>();
        for (ScanTarget target : targets) {
            if (target instanceof EndpointTarget endpoint) {
                endpoints.add(endpoint);
            } else {
                grouped.add(target);
            }
        }
        if (!endpoints.isEmpty()) {
            grouped.add(new EndpointListTarget(endpoints, pace));
        }
        for (ScanTarget target : grouped) {
            if (context.stopRequested()) {
                return;
            }
            if (target instanceof ImportTarget document) {
                take(document, system, tally);
            } else {
                scan(target, system, resume, tally);
            }
        }
    }

    /** What a document says is kept whole: there is nothing in it to resume. */
    private void take(ImportTarget target, String system, ScanTally tally) {
        ImportedDocument document = ImportCommand.read(target.path(), scanner, context);
        Map<String, ScanResult> results = new TreeMap<>();
        document.results(system).forEach((id, result) -> results.put(id, treatTests(result)));
        ImportCommand.keep(document, results, workspace, context.asOf());
        results.forEach(tally::add);
    }

    private void scan(ScanTarget target, String system, boolean resume, ScanTally tally) {
        try (Workspace.Recording recording = workspace.record(system, target, context.asOf(), resume)) {
            recording.earlier().forEach(it -> tally.add(system, it));
            scanner.scan(
                    target,
                    watched(target, recording.earlier().size()),
                    result -> {
                        ScanResult kept = treatTests(result);
                        recording.accept(kept);
                        tally.add(system, kept);
                    },
                    recording.journal(),
                    caches.apply(target));
            if (!context.stopRequested()) {
                recording.complete();
            }
        } catch (TargetException e) {
            throw new CommandFailure(Exit.USAGE, new Text(e.message(Language.JA), e.message(Language.EN)));
        } catch (IOException e) {
            throw new CommandFailure(
                    Exit.USAGE,
                    new Text(
                            target.text() + " を開けません（" + e.getClass().getSimpleName() + "）。読み取り権限を確認してください。",
                            target.text() + " cannot be opened (" + e.getClass().getSimpleName()
                                    + "). Check that it is readable."));
        }
    }

    private ScanContext watched(ScanTarget target, int finished) {
        return target instanceof EndpointListTarget list
                ? context.withListener(progress.of(list.endpoints().size(), finished))
                : context;
    }

    private ScanResult treatTests(ScanResult result) {
        return switch (tests) {
            case TAG -> result;
            case SKIP ->
                result.withFindings(result.findings().stream()
                        .filter(it -> it.occurrence().context() == CodeContext.MAIN)
                        .toList());
            case INCLUDE ->
                result.withFindings(
                        result.findings().stream().map(ScanRun::asMain).toList());
        };
    }

    private static Finding asMain(Finding finding) {
        return finding.withOccurrence(finding.occurrence().withContext(CodeContext.MAIN));
    }
}
