package dev.shirube.domain;

import java.util.List;

/**
 * What a scan says of one unit. The order in which results arrive never matters.
 *
 * @param unit logical path of the unit
 * @param findings sorted, ordinals assigned
 * @param diagnostics sorted
 */
public record ScanResult(String unit, List<Finding> findings, List<Diagnostic> diagnostics, Coverage coverage) {
    /** Keeps sorted, unmodifiable copies. */
    public ScanResult {
        findings = findings.stream().sorted().toList();
        diagnostics = diagnostics.stream().sorted().distinct().toList();
    }
}
