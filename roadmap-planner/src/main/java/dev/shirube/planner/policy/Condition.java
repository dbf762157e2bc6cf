package dev.shirube.planner.policy;

import java.util.Objects;

/**
 * A question that only the organisation can answer, and the answer under which a rule applies: {@code use_case_risk} is
 * {@code high}. Unanswered, the rule can be neither applied nor dismissed.
 */
public record Condition(String name, String value) {
    /** Refuses null. */
    public Condition {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }
}
