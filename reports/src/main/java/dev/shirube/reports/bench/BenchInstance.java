package dev.shirube.reports.bench;

import dev.shirube.planner.solver.Instance;
import java.util.List;

/**
 * A scheduling problem with the names that its file gives things.
 *
 * @param name of the instance
 * @param sha256 of the file's bytes, in hexadecimal
 * @param teams ids, in the order of the problem
 * @param pools ids of budgets
 * @param tasks ids of tasks
 */
public record BenchInstance(
        String name, String sha256, List<String> teams, List<String> pools, List<String> tasks, Instance problem) {
    /** Keeps unmodifiable copies. */
    public BenchInstance {
        teams = List.copyOf(teams);
        pools = List.copyOf(pools);
        tasks = List.copyOf(tasks);
    }
}
