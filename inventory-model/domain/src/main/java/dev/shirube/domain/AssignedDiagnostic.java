package dev.shirube.domain;

/** A diagnostic, and the id of the information system it belongs to. */
public record AssignedDiagnostic(String system, Diagnostic diagnostic) implements Comparable<AssignedDiagnostic> {
    @Override
    public int compareTo(AssignedDiagnostic other) {
        int order = system.compareTo(other.system);
        return order != 0 ? order : diagnostic.compareTo(other.diagnostic);
    }
}
