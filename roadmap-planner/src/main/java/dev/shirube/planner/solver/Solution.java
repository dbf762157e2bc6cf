package dev.shirube.planner.solver;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A plan with the prices that say how far from the best it is at most.
 *
 * @param starts for each task the period in which it starts; empty where it is left unplanned
 * @param objective sum of the costs of all tasks, those left unplanned included
 * @param missed tasks with a hard deadline that the plan does not meet
 * @param impossible tasks with a hard deadline that nobody could meet
 * @param bound what every plan that meets all deadlines costs at least; empty where a deadline is impossible
 */
public record Solution(
        List<OptionalInt> starts,
        long objective,
        List<Integer> missed,
        List<Integer> impossible,
        OptionalLong bound,
        Certificate certificate) {

    /** Keeps unmodifiable copies. */
    public Solution {
        starts = List.copyOf(starts);
        missed = List.copyOf(missed);
        impossible = List.copyOf(impossible);
    }
}
