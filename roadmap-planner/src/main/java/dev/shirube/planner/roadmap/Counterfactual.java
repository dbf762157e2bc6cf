package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would move a task, and where to: computed by planning anew, all other tasks kept where they can stay.
 *
 * @param changes what would have to be given, each in words
 * @param chain the tasks that would move for it, from the first that is held to the task itself
 * @param then the task in that plan; empty where it has no place even then
 */
public record Counterfactual(List<Text> changes, List<String> chain, Optional<ScheduledTask> then) {
    /** Keeps unmodifiable copies. */
    public Counterfactual {
        changes = List.copyOf(changes);
        chain = List.copyOf(chain);
        Objects.requireNonNull(then);
    }
}
