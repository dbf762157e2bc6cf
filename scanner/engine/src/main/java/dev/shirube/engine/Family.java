package dev.shirube.engine;

import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.ScanResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The results of an outermost archive and of all archives in it, held until the last one is there and the family can tell
 * of them.
 */
final class Family {
    /** Bytes of memory that the indexes of a family may hold. */
    private static final long KEPT_BYTES = 256L << 20;

    private final String location;
    private final boolean named;
    private final boolean finished;
    private final List<ScanResult> results = new ArrayList<>();
    private final Map<FamilyIndex<?>, Map<String, Object>> gathered = new LinkedHashMap<>();
    private long bytes;

    /**
     * @param named whether the target names the outermost archive itself
     * @param finished whether an earlier scan handed the whole family over
     */
    Family(String location, boolean named, boolean finished) {
        this.location = location;
        this.named = named;
        this.finished = finished;
    }

    /** Whether an earlier scan handed it over; what is still missing of it then is handed over as it is. */
    boolean finished() {
        return finished;
    }

    /** Holds what was seen in one of its archives. */
    void add(ScanResult result) {
        results.add(result);
    }

    /** Holds what was gathered from one of its archives, as long as that is not too much. */
    void add(String archive, Map<FamilyIndex<?>, Object> values) {
        values.forEach((index, value) -> {
            bytes += weight(index, value);
            gathered.computeIfAbsent(index, it -> new TreeMap<>()).put(archive, value);
        });
        if (bytes > KEPT_BYTES) {
            gathered.clear();
        }
    }

    /** The results with what the family tells of them, the outermost archive's last: with it, the family is whole. */
    List<ScanResult> told(Supplier<DetectorList> detectors) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        if (bytes > KEPT_BYTES) {
            diagnostics.add(
                    Diagnostic.of(LIMIT_REACHED, location, "family-index-bytes=" + KEPT_BYTES, "all archives in it"));
        }
        List<ScanResult> told = List.copyOf(results);
        Map<FamilyIndex<?>, Detector> families =
                gathered.isEmpty() ? Map.of() : detectors.get().families();
        for (Map.Entry<FamilyIndex<?>, Detector> index : families.entrySet()) {
            Map<String, Object> values = gathered.get(index.getKey());
            if (values != null) {
                List<ScanResult> before = told;
                Optional<List<ScanResult>> after = Guard.call(
                        index.getValue(),
                        location,
                        () -> told(before, index.getKey(), values, diagnostics),
                        diagnostics::add);
                told = after.orElse(before);
            }
        }
        return outermostLast(told, diagnostics);
    }

    private <T> List<ScanResult> told(
            List<ScanResult> all, FamilyIndex<T> index, Map<String, Object> values, List<Diagnostic> diagnostics) {
        FamilyView view = index.view(new ArchiveFamily<>(location, named, cast(values)));
        diagnostics.addAll(view.diagnostics());
        return all.stream().map(result -> told(result, view)).toList();
    }

    private static ScanResult told(ScanResult result, FamilyView view) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : result.findings()) {
            Occurrence at = view.tell(result.unit(), finding.occurrence());
            findings.add(finding.withOccurrence(at));
        }
        return result.withFindings(findings);
    }

    private List<ScanResult> outermostLast(List<ScanResult> told, List<Diagnostic> diagnostics) {
        List<ScanResult> inner = new ArrayList<>();
        List<ScanResult> outermost = new ArrayList<>();
        for (ScanResult result : told) {
            if (result.unit().equals(location)) {
                List<Diagnostic> all = new ArrayList<>(result.diagnostics());
                all.addAll(diagnostics);
                outermost.add(result.withDiagnostics(all));
            } else {
                inner.add(result);
            }
        }
        inner.addAll(outermost);
        return inner;
    }

    @SuppressWarnings("unchecked") // the value was made by the index
    private static <T> long weight(FamilyIndex<T> index, Object value) {
        return index.weight((T) value);
    }

    @SuppressWarnings("unchecked") // the values were made by the index that is their key
    private static <T> TreeMap<String, T> cast(Map<String, Object> values) {
        return new TreeMap<>((Map<String, T>) values);
    }
}
