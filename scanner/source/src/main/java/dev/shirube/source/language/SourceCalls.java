package dev.shirube.source.language;

import dev.shirube.catalogue.CallSite;
import dev.shirube.domain.Diagnostic;
import java.util.List;

/** What a language found in one file: calls of the catalogue in the order of the text, and what could not be read. */
public record SourceCalls(List<CallSite> callSites, List<Diagnostic> diagnostics) {

    /** No call, nothing wrong. */
    public static final SourceCalls NONE = new SourceCalls(List.of(), List.of());

    /** Keeps unmodifiable copies. */
    public SourceCalls {
        callSites = List.copyOf(callSites);
        diagnostics = List.copyOf(diagnostics);
    }

    /** A file that could not be read at all, and why. */
    public static SourceCalls failed(Diagnostic diagnostic) {
        return new SourceCalls(List.of(), List.of(diagnostic));
    }
}
