package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Finding;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a scan brings, so that a summary needs no finding in memory. */
final class ScanTally {

    /** As many diagnostics are kept for the summary; all of them are in the store. */
    private static final int SHOWN_DIAGNOSTICS = 10;

    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final Map<QuantumThreat, Integer> byThreat = new EnumMap<>(QuantumThreat.class);
    private final Map<String, Integer> vulnerable = new TreeMap<>();
    private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    private final List<Diagnostic> firstDiagnostics = new ArrayList<>();
    private final List<Diagnostic> firstKeysInHistory = new ArrayList<>();
    private int keysInHistory;
    private long units;
    private long findings;
    private long testFindings;
    private final OwnerCounts owners = new OwnerCounts();
    private final LibraryCounts libraries = new LibraryCounts();
    private long keyTypes;
    private long unread;
    private boolean sawInput;

    /** Counts one unit's result; called by one thread at a time. */
    void add(String system, ScanResult result) {
        units++;
        result.findings().forEach(this::count);
        for (Diagnostic diagnostic : result.diagnostics()) {
            bySeverity.merge(diagnostic.severity(), 1, Integer::sum);
            if (diagnostic.code() == DiagnosticCode.KEY_IN_HISTORY) {
                keysInHistory++;
                if (firstKeysInHistory.size() < SHOWN_DIAGNOSTICS) {
                    firstKeysInHistory.add(diagnostic);
                }
            }
            if (diagnostic.severity() != Severity.NOTE && firstDiagnostics.size() < SHOWN_DIAGNOSTICS) {
                firstDiagnostics.add(diagnostic);
            }
        }
        sawInput |= !result.coverage().rows().isEmpty();
        unread += result.coverage().inputs("-", Coverage.Outcome.NOT_READ);
    }

    private void count(Finding finding) {
        findings++;
        if (finding.occurrence().context() == CodeContext.TEST) {
            testFindings++;
            return;
        }
        if (!finding.function().isUse()) {
            keyTypes++;
            return;
        }
        if (finding.asset() instanceof CryptoAsset.Library library) {
            libraries.add(library); // it is there: that is no use of an algorithm
            return;
        }
        QuantumThreat threat = registry.threat(finding.asset());
        byThreat.merge(threat, 1, Integer::sum);
        if (threat == QuantumThreat.VULNERABLE) {
            owners.add(finding.occurrence());
            vulnerable.merge(AssetNames.name(registry, finding.asset()), 1, Integer::sum);
        }
    }

    long units() {
        return units;
    }

    long findings() {
        return findings;
    }

    long testFindings() {
        return testFindings;
    }

    /** Places in main code that take a key type for granted. */
    long keyTypes() {
        return keyTypes;
    }

    int threat(QuantumThreat threat) {
        return byThreat.getOrDefault(threat, 0);
    }

    /** Vulnerable algorithms in main code by display name, with how many places. */
    Map<String, Integer> vulnerable() {
        return vulnerable;
    }

    /** In whose code the vulnerable findings are, test code left out. */
    OwnerCounts owners() {
        return owners;
    }

    /** The crypto libraries that were seen outside test code. */
    LibraryCounts libraries() {
        return libraries;
    }

    int diagnostics(Severity severity) {
        return bySeverity.getOrDefault(severity, 0);
    }

    /** Private keys that are in no tree that was scanned, but in a repository's history. */
    int keysInHistory() {
        return keysInHistory;
    }

    List<Diagnostic> firstKeysInHistory() {
        return List.copyOf(firstKeysInHistory);
    }

    List<Diagnostic> firstDiagnostics() {
        return List.copyOf(firstDiagnostics);
    }

    /** Inputs that no detector reads. */
    long unread() {
        return unread;
    }

    /** Whether there was anything at all to look at. */
    boolean sawInput() {
        return sawInput;
    }
}
