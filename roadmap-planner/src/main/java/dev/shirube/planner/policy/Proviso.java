package dev.shirube.planner.policy;

import java.util.Objects;
import java.util.Optional;

/**
 * What limits a rule beyond its algorithms, functions and dates.
 *
 * @param construction the construction it speaks of; empty means any
 * @param only whether what it approves is all that is approved for its functions
 * @param condition what must hold of the organisation or its use; empty means nothing
 * @param draft whether this rule is a proposal, even in a policy that is final
 * @param binding its own force, where that differs from the policy's
 */
public record Proviso(
        Optional<Construction> construction,
        boolean only,
        Optional<Condition> condition,
        boolean draft,
        Optional<Binding> binding) {

    /** No limit. */
    public static final Proviso NONE = new Proviso(Optional.empty(), false, Optional.empty(), false, Optional.empty());

    /** Refuses null. */
    public Proviso {
        Objects.requireNonNull(construction);
        Objects.requireNonNull(condition);
        Objects.requireNonNull(binding);
    }
}
