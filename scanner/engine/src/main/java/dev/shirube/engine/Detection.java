package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import java.util.List;

/**
 * What a detector saw in one input.
 *
 * @param findings ordinals are left at 0: the engine assigns them
 * @param derived inputs found inside this one, which the engine runs through the same list of detectors
 */
public record Detection(List<Finding> findings, List<Diagnostic> diagnostics, List<DerivedInput> derived) {

    /** Nothing to see. */
    public static final Detection NOTHING = new Detection(List.of(), List.of(), List.of());

    private static final Detection POSTPONED = new Detection(List.of(), List.of(), List.of());

    /** Keeps unmodifiable copies. */
    public Detection {
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
        derived = List.copyOf(derived);
    }

    /** No answer yet: the input is to be shown again when the whole unit was seen. */
    public static Detection postponed() {
        return POSTPONED;
    }

    /** Whether this is {@link #postponed}, which is not the same as having nothing to say. */
    public boolean isPostponed() {
        return this == POSTPONED;
    }

    /** Findings alone. */
    public static Detection of(List<Finding> findings) {
        return new Detection(findings, List.of(), List.of());
    }

    /** One diagnostic alone. */
    public static Detection of(Diagnostic diagnostic) {
        return new Detection(List.of(), List.of(diagnostic), List.of());
    }

    /**
     * Bytes found inside an input.
     *
     * @param location whole logical path, for example {@code app.yaml!pem@12} or {@code tls://h:443!chain/0}
     * @param bytes not changed after this
     */
    public record DerivedInput(String location, byte[] bytes) implements ScanInput {
        @Override
        public long size() {
            return bytes.length;
        }
    }
}
