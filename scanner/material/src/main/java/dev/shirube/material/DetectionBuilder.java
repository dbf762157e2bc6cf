package dev.shirube.material;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detection.DerivedInput;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is seen in one input. */
public final class DetectionBuilder {

    private final List<Finding> findings = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<DerivedInput> derived = new ArrayList<>();

    /** Adds a claim. */
    public DetectionBuilder add(Finding finding) {
        findings.add(finding);
        return this;
    }

    /** Adds what could not be read or decided. */
    public DetectionBuilder add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        return this;
    }

    /** Adds bytes that other detectors are to look at. */
    public DetectionBuilder add(DerivedInput input) {
        derived.add(input);
        return this;
    }

    /** Whether nothing was seen yet. */
    public boolean none() {
        return findings.isEmpty() && diagnostics.isEmpty() && derived.isEmpty();
    }

    /** All of it. */
    public Detection build() {
        return new Detection(findings, diagnostics, derived);
    }
}
