package dev.shirube.domain;

import java.util.List;

/**
 * What a scan says of one unit. The order in which results arrive never matters.
 *
 * @param unit logical path of the unit
 * @param findings sorted, ordinals assigned
 * @param diagnostics sorted
 * @param endpoints sorted; what was observed of network endpoints
 */
public record ScanResult(
        String unit,
        List<Finding> findings,
        List<Diagnostic> diagnostics,
        Coverage coverage,
        List<EndpointProfile> endpoints) {
    /** Keeps sorted, unmodifiable copies. */
    public ScanResult {
        findings = findings.stream().sorted().toList();
        diagnostics = diagnostics.stream().sorted().distinct().toList();
        endpoints = endpoints.stream().sorted().distinct().toList();
    }

    /** The result of a unit that is no endpoint. */
    public ScanResult(String unit, List<Finding> findings, List<Diagnostic> diagnostics, Coverage coverage) {
        this(unit, findings, diagnostics, coverage, List.of());
    }

    /** The same result with those findings. */
    public ScanResult withFindings(List<Finding> value) {
        return new ScanResult(unit, value, diagnostics, coverage, endpoints);
    }

    /** The same result with those diagnostics. */
    public ScanResult withDiagnostics(List<Diagnostic> value) {
        return new ScanResult(unit, findings, value, coverage, endpoints);
    }
}
