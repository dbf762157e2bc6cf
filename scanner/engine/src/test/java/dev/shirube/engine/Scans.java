package dev.shirube.engine;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Amount;
import dev.shirube.domain.Coverage.Key;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.InMemoryReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the tests of the walk have in common. */
final class Scans {
    static final ScanContext CONTEXT = ScanContext.standard(LocalDate.of(2026, 11, 23));
    static final FakeDetector RSA = FakeDetector.finding("fake", "RSA");

    private Scans() {}

    static List<ScanResult> directory(Path root, ScanContext context, Detector... detectors) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new DirectoryReader()), List.of(detectors)).scan(new DirectoryTarget(root), context, sink);
        return sink.results();
    }

    static List<ScanResult> units(ScanContext context, List<Detector> detectors, ScanUnit... units) throws Exception {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(InMemoryReader.of(units)), detectors)
                .scan(new DirectoryTarget(Path.of("memory")), context, sink);
        return sink.results();
    }

    /** {@code location:line#ordinal} of every finding. */
    static List<String> places(List<ScanResult> results) {
        return results.stream()
                .flatMap(it -> it.findings().stream())
                .map(Scans::place)
                .toList();
    }

    /** {@code code location arguments} of every diagnostic. */
    static List<String> diagnostics(List<ScanResult> results) {
        return results.stream()
                .flatMap(it -> it.diagnostics().stream())
                .map(it -> it.code().id() + " " + it.location() + " " + it.arguments())
                .toList();
    }

    /** {@code unit detector OUTCOME inputs} of every row of coverage but those that add up to the files. */
    static List<String> coverage(List<ScanResult> results) {
        return results.stream()
                .flatMap(it -> it.coverage().rows().entrySet().stream())
                .filter(it -> !it.getKey().detector().equals(Coverage.FILE))
                .map(Scans::row)
                .toList();
    }

    /** {@code unit OUTCOME inputs} of the rows that add up to the files. */
    static List<String> files(List<ScanResult> results) {
        return results.stream()
                .flatMap(it -> it.coverage().rows().entrySet().stream())
                .filter(it -> it.getKey().detector().equals(Coverage.FILE))
                .map(it -> it.getKey().unit() + " " + it.getKey().outcome() + " "
                        + it.getValue().inputs())
                .toList();
    }

    private static String row(Map.Entry<Key, Amount> row) {
        Key key = row.getKey();
        return key.unit() + " " + key.detector() + " " + key.outcome() + " "
                + row.getValue().inputs();
    }

    private static String place(Finding finding) {
        return finding.occurrence().location() + ":"
                + finding.occurrence().line().orElse(-1) + "#"
                + finding.occurrence().ordinal();
    }
}
