package dev.shirube.domain;

/** A finding, and the id of the information system it belongs to. */
public record AssignedFinding(String system, Finding finding) implements Comparable<AssignedFinding> {
    /** Refuses an empty system id; what belongs to none is {@link InformationSystem#UNASSIGNED}. */
    public AssignedFinding {
        if (system.isEmpty()) {
            throw new IllegalArgumentException("A finding without a system belongs to " + InformationSystem.UNASSIGNED);
        }
    }

    @Override
    public int compareTo(AssignedFinding other) {
        int order = system.compareTo(other.system);
        return order != 0 ? order : finding.compareTo(other.finding);
    }
}
