package dev.shirube.planner.migration;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Objects;

/**
 * What a task puts in the place of a classical use, and under whose view.
 *
 * @param use id of the map's row, for example {@code tls13-kex}
 * @param view whose list the targets are: CRYPTREC's, or the neutral one of NIST where CRYPTREC's rows are not known
 * @param targets in order of preference; empty where nothing may be named yet
 * @param gates what must exist first
 * @param caveats what to mind
 */
public record Replacement(
        String use, Text useName, Text view, List<Target> targets, List<Text> gates, List<Text> caveats) {
    /** Keeps unmodifiable copies and refuses null. */
    public Replacement {
        Objects.requireNonNull(use);
        Objects.requireNonNull(useName);
        Objects.requireNonNull(view);
        targets = List.copyOf(targets);
        gates = List.copyOf(gates);
        caveats = List.copyOf(caveats);
    }

    /** Whether a final standard exists to move to; without one the task is to wait and look again. */
    public boolean available() {
        return targets.stream().anyMatch(Target::available);
    }
}
