package dev.shirube.domain;

/** What a large quantum computer does to an algorithm. */
public enum QuantumThreat {
    /** Broken by Shor's algorithm: must migrate. */
    VULNERABLE("vulnerable"),
    /** Weakened by Grover's algorithm: its key length matters, the algorithm stays. */
    WEAKENED("weakened"),
    /** Built to withstand it. */
    SAFE("safe"),
    /** The evidence does not tell. */
    UNKNOWN("unknown");

    private final String id;

    QuantumThreat(String id) {
        this.id = id;
    }

    /** The value of the property {@code shirube:quantum}. */
    public String id() {
        return id;
    }

    /** The threat of that id; {@link #UNKNOWN} for an id that is not ours. */
    public static QuantumThreat of(String id) {
        for (QuantumThreat threat : values()) {
            if (threat.id.equals(id)) {
                return threat;
            }
        }
        return UNKNOWN;
    }
}
