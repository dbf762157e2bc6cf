package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.engine.prefilter.WordSearch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a detector saw in one input.
 *
 * @param findings ordinals are left at 0: the engine assigns them; they may stand at another input of the unit
 * @param derived inputs found inside this one, which the engine runs through the same list of detectors
 * @param endpoints what was observed of network endpoints
 * @param awaited the words that the detector wants to know the mentions of before it answers; nothing in an answer
 */
public record Detection(
        List<Finding> findings,
        List<Diagnostic> diagnostics,
        List<DerivedInput> derived,
        List<EndpointProfile> endpoints,
        Optional<Set<String>> awaited) {

    /** Nothing to see. */
    public static final Detection NOTHING = new Detection(List.of(), List.of(), List.of());

    private static final Detection POSTPONED = postponed(Set.of());

    /** Keeps unmodifiable copies. */
    public Detection {
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
        derived = List.copyOf(derived);
        endpoints = List.copyOf(endpoints);
        awaited = awaited.map(Set::copyOf);
        awaited.ifPresent(WordSearch::check);
    }

    /** An answer. */
    public Detection(List<Finding> findings, List<Diagnostic> diagnostics, List<DerivedInput> derived) {
        this(findings, diagnostics, derived, List.of(), Optional.empty());
    }

    /** The same detection, with what was observed of an endpoint. */
    public Detection observing(EndpointProfile endpoint) {
        return new Detection(findings, diagnostics, derived, List.of(endpoint), awaited);
    }

    /** No answer yet: the input is to be shown again when the whole unit was seen. */
    public static Detection postponed() {
        return POSTPONED;
    }

    /**
     * No answer yet: the input is to be shown again when the whole unit was searched for these words. It may be answered
     * as long as {@link ScanUnit#mayAwait}; the words are then known to {@link ScanUnit#mentions}.
     *
     * @param words each with a run of at least {@value WordSearch#SHORTEST} bytes of which identifiers are made
     */
    public static Detection postponed(Set<String> words) {
        return new Detection(List.of(), List.of(), List.of(), List.of(), Optional.of(words));
    }

    /** Whether this is {@link #postponed}, which is not the same as having nothing to say. */
    public boolean isPostponed() {
        return awaited.isPresent();
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
