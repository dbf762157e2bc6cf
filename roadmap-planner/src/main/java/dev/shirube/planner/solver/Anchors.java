package dev.shirube.planner.solver;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/** Where tasks stood in an earlier plan, and what it costs to move one: people have been told, and contracts signed. */
final class Anchors {
    private static final int NOWHERE = -1;
    /** The price of a move, in costs of an average task: fewer moves, and a better plan in the same time. */
    private static final double SHARE = 0.2;

    private final int[] at;
    private final long price;

    private Anchors(int[] at, long price) {
        this.at = at;
        this.price = price;
    }

    /** No earlier plan. */
    static Anchors none(Problem problem) {
        int[] at = new int[problem.size];
        Arrays.fill(at, NOWHERE);
        return new Anchors(at, 0);
    }

    /** The places of that plan; a task that had none is free. */
    static Anchors of(Problem problem, List<OptionalInt> previous) {
        int[] at = previous.stream().mapToInt(it -> it.orElse(NOWHERE)).toArray();
        long sum = 0;
        int placed = 0;
        for (int j = 0; j < problem.size; j++) {
            int last = problem.costOfStart[j].length - 1;
            if (at[j] >= 0 && last >= 0) {
                sum += problem.costOfStart[j][Math.min(at[j], last)];
                placed++;
            }
        }
        return new Anchors(at, placed == 0 ? 0 : Math.max(1, (long) (SHARE * sum / placed)));
    }

    /** What it costs that the task stands there. */
    long price(int j, int start) {
        return at[j] >= 0 && at[j] != start ? price : 0;
    }

    /** Where it stood; negative for a task that is free. */
    int of(int j) {
        return at[j];
    }

    /** The earlier plan where it still holds; what does not goes to the first place after it that is free. */
    Starts mended(Problem problem, Windows windows) {
        Ledger ledger = new Ledger(problem);
        int[] start = new int[problem.size];
        Arrays.fill(start, Starts.UNPLANNED);
        boolean[] done = new boolean[problem.size];
        // What may stand nowhere else is there first, whatever becomes of those that it waits for.
        for (int j : problem.order) {
            if (at[j] >= 0 && problem.release[j] == at[j] && problem.latest[j] == at[j]) {
                place(ledger, start, j, ledger.earliest(j, at[j], at[j]));
                done[j] = start[j] >= 0;
            }
        }
        // Those that can stay do so before any other takes their place.
        for (int j : problem.order) {
            int from = from(problem, windows, start, j);
            if (!done[j]
                    && from >= 0
                    && at[j] <= to(problem, start, j)
                    && at[j] >= from
                    && ledger.earliest(j, at[j], Math.min(at[j], problem.latest[j])) >= 0) {
                place(ledger, start, j, at[j]);
                done[j] = true;
            }
        }
        for (int j : inOrderOfThePlan(problem)) {
            int from = from(problem, windows, start, j);
            if (!done[j] && from >= 0) {
                int to = to(problem, start, j);
                int s = ledger.earliest(j, Math.max(from, at[j]), to);
                place(ledger, start, j, s >= 0 ? s : ledger.earliest(j, from, to));
            }
        }
        for (int j : problem.order) {
            if (start[j] >= 0
                    && !(from(problem, windows, start, j) >= 0 && from(problem, windows, start, j) <= start[j])) {
                start[j] = Starts.UNPLANNED;
            }
        }
        return Starts.of(problem, start);
    }

    /** Each task after its predecessors, and those first that the earlier plan had first. */
    private int[] inOrderOfThePlan(Problem problem) {
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.comparingInt((Integer j) -> at[j]).thenComparing(j -> j));
        int[] open = new int[problem.size];
        int[] order = new int[problem.size];
        for (int j = 0; j < problem.size; j++) {
            open[j] = problem.pred[j].length;
            if (open[j] == 0) {
                ready.add(j);
            }
        }
        for (int next = 0; next < order.length; next++) {
            order[next] = ready.remove();
            for (int k : problem.succ[order[next]]) {
                if (--open[k] == 0) {
                    ready.add(k);
                }
            }
        }
        return order;
    }

    /** The first period that its predecessors leave; negative where one of them is not planned. */
    private static int from(Problem problem, Windows windows, int[] start, int j) {
        int from = windows.head[j];
        for (int k = 0; k < problem.pred[j].length; k++) {
            int before = start[problem.pred[j][k]];
            if (before < 0) {
                return -1;
            }
            from = Math.max(from, before + problem.predGap[j][k]);
        }
        return from;
    }

    /** The last period that those of its successors leave which have a place already. */
    private static int to(Problem problem, int[] start, int j) {
        int to = problem.latest[j];
        for (int k = 0; k < problem.succ[j].length; k++) {
            int after = start[problem.succ[j][k]];
            to = after < 0 ? to : Math.min(to, after - problem.succGap[j][k]);
        }
        return to;
    }

    private static void place(Ledger ledger, int[] start, int j, int s) {
        start[j] = s;
        if (s >= 0) {
            ledger.place(j, s);
        }
    }
}
