package dev.shirube.planner.solver;

import java.util.List;

/**
 * A scheduling problem in flat arrays: teams with a capacity for each period, budgets for each fiscal year, calendars of
 * freezes, and tasks whose cost never falls with time. Tasks may be left unplanned at a price, and so must their successors
 * then be.
 */
public final class Problem {
    /** What one missed hard deadline weighs: more than all costs together ever do. */
    static final long MISS = 1_000_000_000_000L;

    final int periods;
    final int years;
    final int teams;
    final int pools;
    final int size;
    final int[] yearOf;
    /** By team times periods plus period. */
    final int[] capacity;
    /** By pool times years plus year. */
    final int[] budget;

    final int[] duration;
    final int[][] demandTeam;
    final int[][] demandAmount;
    final int[] pool;
    final int[][] cost;
    /** Null where any period will do. */
    final boolean[][] mayEnd;

    final int[] release;
    final int[] latest;
    final int[] deadline;
    final int[][] pred;
    final int[][] predGap;
    final int[][] succ;
    final int[][] succGap;
    /** By start; without the weight of a missed deadline. */
    final long[][] costOfStart;

    final long[] dropCost;
    /** -1 for a task that is shared by systems. */
    final int[] group;
    /** Every task after its predecessors. */
    final int[] order;

    /**
     * A problem.
     *
     * @param yearOf fiscal year of each period, from 0, never falling
     * @param capacities for each team the capacity of each period
     * @param budgets for each pool the money of each fiscal year
     * @param calendars for each calendar whether a task may end in a period
     * @throws IllegalArgumentException when the parts do not fit together, or the predecessors form a circle
     */
    public Problem(
            int[] yearOf,
            List<int[]> capacities,
            List<int[]> budgets,
            List<boolean[]> calendars,
            List<ProblemTask> tasks) {
        periods = yearOf.length;
        this.yearOf = yearOf.clone();
        years = yearOf[periods - 1] + 1;
        teams = capacities.size();
        pools = budgets.size();
        size = tasks.size();
        capacity = flat(capacities, periods);
        budget = flat(budgets, years);
        duration = new int[size];
        demandTeam = new int[size][];
        demandAmount = new int[size][];
        pool = new int[size];
        cost = new int[size][];
        mayEnd = new boolean[size][];
        release = new int[size];
        latest = new int[size];
        deadline = new int[size];
        pred = new int[size][];
        predGap = new int[size][];
        succ = new int[size][];
        succGap = new int[size][];
        costOfStart = new long[size][];
        dropCost = new long[size];
        group = new int[size];
        for (int j = 0; j < size; j++) {
            take(j, tasks.get(j), calendars);
        }
        linkSuccessors();
        order = topological();
    }

    private static int[] flat(List<int[]> rows, int width) {
        int[] flat = new int[rows.size() * width];
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).length != width) {
                throw new IllegalArgumentException(
                        "A row of " + rows.get(row).length + " where " + width + " are needed");
            }
            System.arraycopy(rows.get(row), 0, flat, row * width, width);
        }
        return flat;
    }

    private void take(int j, ProblemTask task, List<boolean[]> calendars) {
        task.fault(periods).ifPresent(it -> {
            throw new IllegalArgumentException("Task " + j + ": " + it);
        });
        duration[j] = task.duration();
        demandTeam[j] =
                task.demands().stream().mapToInt(ProblemTask.Demand::team).toArray();
        demandAmount[j] =
                task.demands().stream().mapToInt(ProblemTask.Demand::amount).toArray();
        pool[j] = task.pool().orElse(-1);
        cost[j] = task.cost().stream().mapToInt(Integer::intValue).toArray();
        mayEnd[j] = task.calendar().isPresent() ? calendars.get(task.calendar().getAsInt()) : null;
        release[j] = task.release();
        latest[j] = Math.min(periods - duration[j], task.latestStart().orElse(periods));
        deadline[j] = task.deadline().orElse(Integer.MAX_VALUE);
        pred[j] = task.predecessors().stream().mapToInt(ProblemTask.Link::task).toArray();
        predGap[j] = new int[pred[j].length];
        for (int k = 0; k < pred[j].length; k++) {
            predGap[j][k] = task.predecessors().get(k).lag();
        }
        costOfStart[j] = new long[Math.max(0, periods - duration[j] + 1)];
        for (int s = 0; s < costOfStart[j].length; s++) {
            costOfStart[j][s] = task.costAt()[s + duration[j]];
        }
        dropCost[j] = task.dropCost();
        group[j] = task.group().orElse(-1);
    }

    /** The gap between two tasks counts from start to start from here on. */
    private void linkSuccessors() {
        int[] count = new int[size];
        for (int[] before : pred) {
            for (int i : before) {
                count[i]++;
            }
        }
        for (int j = 0; j < size; j++) {
            succ[j] = new int[count[j]];
            succGap[j] = new int[count[j]];
        }
        int[] at = new int[size];
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < pred[j].length; k++) {
                int i = pred[j][k];
                predGap[j][k] += duration[i];
                succ[i][at[i]] = j;
                succGap[i][at[i]++] = predGap[j][k];
            }
        }
    }

    private int[] topological() {
        int[] open = new int[size];
        int[] sorted = new int[size];
        int end = 0;
        for (int j = 0; j < size; j++) {
            open[j] = pred[j].length;
            if (open[j] == 0) {
                sorted[end++] = j;
            }
        }
        for (int at = 0; at < end; at++) {
            for (int k : succ[sorted[at]]) {
                if (--open[k] == 0) {
                    sorted[end++] = k;
                }
            }
        }
        if (end < size) {
            throw new IllegalArgumentException("The predecessors form a circle");
        }
        return sorted;
    }

    /** Number of tasks. */
    public int size() {
        return size;
    }

    /** Whether a task that starts then ends in a period in which it may. */
    boolean calendarAllows(int j, int start) {
        return mayEnd[j] == null || mayEnd[j][start + duration[j] - 1];
    }

    /** What a start costs, a missed deadline included. */
    long priceOfStart(int j, int start) {
        return costOfStart[j][start] + (start + duration[j] > deadline[j] ? MISS : 0);
    }

    /** What it costs to leave a task unplanned, a deadline that is missed by it not counted. */
    long priceOfDropping(int j) {
        return dropCost[j] + (deadline[j] < Integer.MAX_VALUE ? MISS : 0);
    }
}
