package dev.shirube.material.dependency;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the detector over all files of a unit. */
final class DependencyScan {

    static final DependencyDetector DETECTOR = new DependencyDetector(LibraryReadiness.standard());

    final List<Finding> findings = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();

    private DependencyScan() {}

    static DependencyScan of(Map<String, byte[]> files) {
        InMemoryUnit unit = InMemoryUnit.of();
        List<ScanInput> inputs = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ScanInput input = new InMemoryInput(file.getKey(), file.getValue());
            inputs.add(input);
            unit = unit.with(input);
        }
        DependencyScan scan = new DependencyScan();
        for (ScanInput input : inputs) {
            if (DETECTOR.accepts(input)) {
                Detection detection = DETECTOR.detect(input, unit);
                scan.findings.addAll(detection.findings());
                scan.diagnostics.addAll(detection.diagnostics());
            }
        }
        return scan;
    }

    static DependencyScan of(String location, byte[] bytes) {
        return of(Map.of(location, bytes));
    }

    /** Each finding as one line: place, package URL (a range as written in VERS), and what is unusual about it. */
    List<String> lines() {
        return findings.stream().map(DependencyScan::line).sorted().toList();
    }

    private static String line(Finding finding) {
        CryptoAsset.Library library = (CryptoAsset.Library) finding.asset();
        String range = library.version().startsWith("vers:") ? " " + library.version() : "";
        return finding.occurrence().location() + ":"
                + finding.occurrence().line().orElse(0) + " "
                + library.purl().replaceFirst("\\?vers=.*", "") + range
                + (finding.occurrence().context() == CodeContext.TEST ? " test" : "")
                + (finding.confidence() == Confidence.LIKELY
                        ? ""
                        : " " + finding.confidence().id());
    }
}
