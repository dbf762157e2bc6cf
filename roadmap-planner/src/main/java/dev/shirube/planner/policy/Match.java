package dev.shirube.planner.policy;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which algorithms a rule speaks of.
 *
 * @param quantumVulnerable whether only algorithms that Shor's algorithm breaks match
 * @param groups groups of the algorithm registry that match; empty means any
 * @param params parameter sets of those groups that match, for example {@code 768}; empty means any
 * @param minimumBits least classical strength that matches, after SP 800-57
 * @param maximumBits greatest classical strength that matches
 * @param confidentialityYears how long data must stay confidential at least for the rule to matter
 */
public record Match(
        boolean quantumVulnerable,
        List<String> groups,
        List<String> params,
        OptionalInt minimumBits,
        OptionalInt maximumBits,
        OptionalInt confidentialityYears) {

    /** Keeps unmodifiable copies. */
    public Match {
        groups = List.copyOf(groups);
        params = List.copyOf(params);
    }

    /** Whether the classical strength decides. */
    public boolean asksForBits() {
        return minimumBits.isPresent() || maximumBits.isPresent();
    }
}
