package dev.shirube.planner.solver;

import java.util.List;

/**
 * A scheduling problem in flat arrays: teams with a capacity for each period, budgets for each fiscal year, calendars of
 * freezes, and tasks whose cost never falls with time. Tasks may be left unplanned at a price, and so must their successors
 * then be.
 */
final class Problem {
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

    /** The problem of that instance. */
    Problem(Instance instance) {
        periods = instance.periods();
        yearOf = instance.yearOf().stream().mapToInt(Integer::intValue).toArray();
        years = yearOf[periods - 1] + 1;
        teams = instance.capacities().size();
        pools = instance.budgets().size();
        List<ProblemTask> tasks = instance.tasks();
        size = tasks.size();
        capacity = flat(instance.capacities());
        budget = flat(instance.budgets());
        List<boolean[]> calendars =
                instance.calendars().stream().map(Problem::flags).toList();
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
        order = instance.order().stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] flat(List<List<Integer>> rows) {
        return rows.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    }

    private static boolean[] flags(List<Boolean> row) {
        boolean[] flags = new boolean[row.size()];
        for (int p = 0; p < flags.length; p++) {
            flags[p] = row.get(p);
        }
        return flags;
    }

    private void take(int j, ProblemTask task, List<boolean[]> calendars) {
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
            costOfStart[j][s] = task.costs().at(s + duration[j]);
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
