package dev.shirube.planner.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * A scheduling problem as values: what a solver solves, and what a checker checks a plan against without asking the solver.
 *
 * @param yearOf fiscal year of each period, from 0, never falling
 * @param capacities for each team the capacity of each period
 * @param budgets for each pool the money of each fiscal year
 * @param calendars for each calendar whether a task may end in a period
 * @param tasks the work to be placed; others name it by its index
 */
public record Instance(
        List<Integer> yearOf,
        List<List<Integer>> capacities,
        List<List<Integer>> budgets,
        List<List<Boolean>> calendars,
        List<ProblemTask> tasks) {

    /** Keeps unmodifiable copies; refuses rows of another length than the horizon, tasks without a cost for each end, and circles. */
    public Instance {
        yearOf = List.copyOf(yearOf);
        capacities = capacities.stream().map(List::copyOf).toList();
        budgets = budgets.stream().map(List::copyOf).toList();
        calendars = calendars.stream().map(List::copyOf).toList();
        tasks = List.copyOf(tasks);
        int periods = yearOf.size();
        if (periods == 0) {
            throw new IllegalArgumentException("A problem has at least one period");
        }
        capacities.forEach(row -> fits(row, periods));
        calendars.forEach(row -> fits(row, periods));
        int years = yearOf.get(periods - 1) + 1;
        budgets.forEach(row -> fits(row, years));
        for (int j = 0; j < tasks.size(); j++) {
            if (tasks.get(j).costs().horizon() != periods) {
                throw new IllegalArgumentException("Task " + j + ": a cost for each boundary is needed");
            }
        }
        ordered(tasks);
    }

    private static void fits(List<?> row, int width) {
        if (row.size() != width) {
            throw new IllegalArgumentException("A row of " + row.size() + " where " + width + " are needed");
        }
    }

    /**
     * Every task after its predecessors.
     *
     * @throws IllegalArgumentException when they form a circle
     */
    private static List<Integer> ordered(List<ProblemTask> tasks) {
        int size = tasks.size();
        int[] open = new int[size];
        List<List<Integer>> after = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            after.add(new ArrayList<>(2));
        }
        List<Integer> sorted = new ArrayList<>(size);
        for (int j = 0; j < size; j++) {
            open[j] = tasks.get(j).predecessors().size();
            for (ProblemTask.Link link : tasks.get(j).predecessors()) {
                after.get(link.task()).add(j);
            }
            if (open[j] == 0) {
                sorted.add(j);
            }
        }
        for (int at = 0; at < sorted.size(); at++) {
            for (int k : after.get(sorted.get(at))) {
                if (--open[k] == 0) {
                    sorted.add(k);
                }
            }
        }
        if (sorted.size() < size) {
            throw new IllegalArgumentException("The predecessors form a circle");
        }
        return sorted;
    }

    /** The indices of all tasks, each after its predecessors. */
    public List<Integer> order() {
        return ordered(tasks);
    }

    /** Number of periods. */
    public int periods() {
        return yearOf.size();
    }
}
