package dev.shirube.store;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.EndpointProfile;
import java.util.ArrayList;
import java.util.List;

/** What a scan says beside findings, read back row by row; each kind of row has its own form. */
final class Remarks {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<EndpointProfile> endpoints = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();

    /** Takes a row; says that it did. */
    boolean add(String kind, String record) {
        return switch (kind) {
            case UnitWriter.COVERAGE -> coverage.add(FindingRecord.coverage(record));
            case UnitWriter.ENDPOINT -> endpoints.add(FindingRecord.endpoint(record));
            case UnitWriter.DIAGNOSTIC -> diagnostics.add(FindingRecord.diagnostic(record));
            default -> throw new IllegalStateException("A stored remark of unknown kind: " + kind);
        };
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    List<EndpointProfile> endpoints() {
        return endpoints;
    }

    Coverage coverage() {
        return Coverage.of(coverage);
    }
}
