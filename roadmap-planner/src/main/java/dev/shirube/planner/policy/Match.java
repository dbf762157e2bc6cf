package dev.shirube.planner.policy;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which algorithms a rule speaks of.
 *
 * @param quantumVulnerable whether only algorithms that Shor's algorithm breaks match
 * @param groups groups of the algorithm registry that match; empty means any
 * @param minimumBits least classical strength that matches, after SP 800-57
 * @param maximumBits greatest classical strength that matches
 */
public record Match(boolean quantumVulnerable, List<String> groups, OptionalInt minimumBits, OptionalInt maximumBits) {

    /** Keeps an unmodifiable copy. */
    public Match {
        groups = List.copyOf(groups);
    }

    /** Whether the classical strength decides. */
    public boolean asksForBits() {
        return minimumBits.isPresent() || maximumBits.isPresent();
    }
}
