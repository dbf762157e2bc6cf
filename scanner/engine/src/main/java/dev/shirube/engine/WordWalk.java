package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One more walk over a unit, which searches its inputs for the words that detectors await, all at once. What could not be
 * read is told by the walk before, unless no detector looked at it.
 */
final class WordWalk {
    private final PassedUnit unit;
    private final Map<Detector, AwaitedWords.Search> searches;
    private final Consumer<Diagnostic> diagnostics;

    WordWalk(PassedUnit unit, Map<Detector, AwaitedWords.Search> searches, Consumer<Diagnostic> diagnostics) {
        this.unit = unit;
        this.searches = searches;
        this.diagnostics = diagnostics;
    }

    void run(Workers workers) {
        try {
            unit.forEach(input -> workers.run(() -> look(input)), told -> {});
        } catch (IOException e) {
            return; // the walk before broke off at the same place, and said so
        } finally {
            workers.await();
        }
        searches.values().forEach(AwaitedWords.Search::end);
    }

    private void look(ScanInput input) {
        if (unit.context().stopRequested()) {
            return;
        }
        List<Detector> searching =
                searches.keySet().stream().filter(it -> searches(it, input)).toList();
        if (searching.isEmpty()) {
            return;
        }
        try {
            byte[] bytes = SearchedBytes.of(input, unit.context().limits());
            searching.forEach(it -> searches.get(it).look(input.location(), bytes));
        } catch (IOException e) {
            if (searching.stream().noneMatch(it -> accepts(it, input))) {
                diagnostics.accept(Reasons.diagnostic(input.location(), e));
            }
        }
    }

    private boolean searches(Detector detector, ScanInput input) {
        return Guard.call(detector, input.location(), () -> detector.searches(input), diagnostics)
                .orElse(false);
    }

    /** Whether it was shown to the detector, if the filter let it. */
    private boolean accepts(Detector detector, ScanInput input) {
        return unit.context().filter().includes(input.location())
                && Guard.call(detector, input.location(), () -> detector.accepts(input), told -> {})
                        .orElse(false);
    }
}
