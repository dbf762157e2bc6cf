package dev.shirube.material;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detection.DerivedInput;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is seen in one input. */
final class DetectionBuilder {

    private final List<Finding> findings = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<DerivedInput> derived = new ArrayList<>();

    DetectionBuilder add(Finding finding) {
        findings.add(finding);
        return this;
    }

    DetectionBuilder add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        return this;
    }

    DetectionBuilder add(DerivedInput input) {
        derived.add(input);
        return this;
    }

    /** Whether nothing was seen yet. */
    boolean none() {
        return findings.isEmpty() && diagnostics.isEmpty() && derived.isEmpty();
    }

    Detection build() {
        return new Detection(findings, diagnostics, derived);
    }
}
