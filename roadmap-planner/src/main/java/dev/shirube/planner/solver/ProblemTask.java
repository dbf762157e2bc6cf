package dev.shirube.planner.solver;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One task to be scheduled; it runs without interruption. Periods count from 0, and a task that starts in period {@code s}
 * and lasts {@code d} periods is finished at boundary {@code s + d}.
 *
 * @param duration periods, at least 1
 * @param demands work in each of its periods, by team
 * @param pool index of the budget that pays for it; empty where none does
 * @param cost money charged in each of its periods
 * @param release first period in which it may start
 * @param latestStart last period in which it may start; empty where only the horizon bounds it
 * @param calendar index of the calendar that says in which periods it may end; empty for any
 * @param deadline boundary by which it must be finished; missing it is worse than any cost
 * @param predecessors tasks that must be finished before it starts
 * @param costs cost of finishing at each boundary from 0 to the horizon
 * @param dropCost cost of leaving it unplanned
 * @param group tasks of one system have the same; empty for one that is shared
 */
public record ProblemTask(
        int duration,
        List<Demand> demands,
        OptionalInt pool,
        List<Integer> cost,
        int release,
        OptionalInt latestStart,
        OptionalInt calendar,
        OptionalInt deadline,
        List<Link> predecessors,
        CostTable costs,
        long dropCost,
        OptionalInt group) {

    /** So much work of that team in each period. */
    public record Demand(int team, int amount) {}

    /**
     * A task that comes first.
     *
     * @param lag periods between its end and the start of the other; -1 where both may share a period
     */
    public record Link(int task, int lag) {}

    /** Keeps unmodifiable copies and refuses what no task can be. */
    public ProblemTask {
        demands = List.copyOf(demands);
        Objects.requireNonNull(pool);
        cost = List.copyOf(cost);
        Objects.requireNonNull(latestStart);
        Objects.requireNonNull(calendar);
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(group);
        predecessors = List.copyOf(predecessors);
        Objects.requireNonNull(costs);
        if (duration < 1 || cost.size() != duration || release < 0) {
            throw new IllegalArgumentException(
                    "A task lasts at least one period, has a cost for each, and no release below 0");
        }
    }
}
