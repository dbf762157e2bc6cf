package dev.shirube.engine;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Amount;
import dev.shirube.domain.Coverage.Key;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gathers what is seen in one unit; called by several threads. */
final class UnitResult {
    /** In coverage, what comes before any detector. */
    static final String NO_DETECTOR = "-";
    /** In coverage, the opening of an archive. */
    static final String ARCHIVE = "archive";

    private final String unit;
    private final Map<Speaker, Said> said = new TreeMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<Key, Amount> coverage = new TreeMap<>();
    private final List<EndpointProfile> endpoints = new ArrayList<>();
    private final Map<String, Integer> unreadLanguages = new TreeMap<>();

    UnitResult(String unit) {
        this.unit = unit;
    }

    synchronized void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** What a detector says of the input at that location. */
    synchronized void add(String detector, String location, List<Finding> found, List<Diagnostic> told) {
        if (!found.isEmpty() || !told.isEmpty()) {
            Said all = said.computeIfAbsent(new Speaker(location, detector), it -> new Said());
            all.findings.addAll(found);
            all.diagnostics.addAll(told);
        }
    }

    /** Forgets what a detector found in the input at that location; what it could not read stays said. */
    synchronized void forget(String detector, String location) {
        Said all = said.get(new Speaker(location, detector));
        if (all != null) {
            all.findings.clear();
        }
    }

    private record Speaker(String location, String detector) implements Comparable<Speaker> {
        @Override
        public int compareTo(Speaker other) {
            int first = location.compareTo(other.location);
            return first != 0 ? first : detector.compareTo(other.detector);
        }
    }

    private static final class Said {
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Diagnostic> diagnostics = new LinkedHashSet<>(); // an input may be looked at twice
    }

    synchronized void count(String detector, Outcome outcome, long bytes) {
        coverage.merge(
                new Key(unit, detector, outcome),
                new Amount(1, Math.max(0, bytes)),
                (a, b) -> new Amount(a.inputs() + b.inputs(), a.bytes() + b.bytes()));
    }

    /** What a detector observed of endpoints. */
    synchronized void addEndpoints(List<EndpointProfile> observed) {
        endpoints.addAll(observed);
    }

    /** Notes a file in a language that no detector understands. */
    synchronized void countUnread(String language) {
        unreadLanguages.merge(language, 1, Integer::sum);
    }

    synchronized ScanResult toScanResult() {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        List<Finding> findings = new ArrayList<>();
        said.values().forEach(it -> {
            all.addAll(it.diagnostics);
            findings.addAll(it.findings);
        });
        unreadLanguages.forEach((language, files) ->
                all.add(Diagnostic.of(DiagnosticCode.LANGUAGE_NOT_READ, unit, Integer.toString(files), language)));
        return new ScanResult(unit, Ordinals.assign(findings), all, new Coverage(coverage), endpoints);
    }
}
