package dev.shirube.exchange.foreign;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** What one document tells, all of it in no system yet. */
final class Gathered {

    /** More endpoints than any document of practice holds. */
    static final int MOST_ENDPOINTS = 100_000;

    private final String document;
    private final List<AssignedFinding> findings = new ArrayList<>();
    private final List<AssignedDiagnostic> diagnostics = new ArrayList<>();
    private final List<AssignedEndpoint> endpoints = new ArrayList<>();

    Gathered(String document) {
        this.document = document;
    }

    void add(Collection<Finding> found, EndpointProfile profile) {
        found.forEach(it -> findings.add(new AssignedFinding(InformationSystem.UNASSIGNED, it)));
        endpoints.add(new AssignedEndpoint(InformationSystem.UNASSIGNED, profile));
    }

    void add(ForeignEndpoint endpoint, ToolSight tool) {
        endpoint.conclude(tool);
        endpoint.open()
                .ifPresent(why -> add(Diagnostic.of(
                        DiagnosticCode.HOST_UNDECIDED, endpoint.location(), "post-quantum key establishment", why)));
        add(endpoint.findings(), endpoint.profile());
    }

    void add(Diagnostic diagnostic) {
        diagnostics.add(new AssignedDiagnostic(InformationSystem.UNASSIGNED, diagnostic));
    }

    void malformed(String format, String reason) {
        add(Diagnostic.of(DiagnosticCode.MALFORMED, document, format, reason));
    }

    void limit(String limit, String at) {
        add(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, document, limit, at));
    }

    boolean full() {
        return endpoints.size() >= MOST_ENDPOINTS;
    }

    Inventory inventory() {
        return new Inventory(
                Collections.emptySortedMap(), findings, diagnostics, Collections.emptySortedMap(), endpoints);
    }
}
