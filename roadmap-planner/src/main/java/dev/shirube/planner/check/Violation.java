package dev.shirube.planner.check;

import dev.shirube.domain.Text;
import java.util.Objects;

/**
 * Something in a roadmap that cannot be right.
 *
 * @param subject id of the task, or fingerprint of the finding, it is about
 */
public record Violation(Kind kind, String subject, Text text) {

    /** What was violated. */
    public enum Kind {
        CAPACITY,
        PRECEDENCE,
        WINDOW,
        DEADLINE,
        EFFORT,
        COVERAGE,
        REASON,
        BUDGET,
        COST,
        BOUND
    }

    /** Refuses null. */
    public Violation {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(text);
    }
}
