package dev.shirube.planner.solver;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * An earlier plan made to hold again with few moves: whatever can stay does, what cannot goes to the first place that is free
 * for it, and where that costs a deadline the tasks that lead to it choose before all others.
 */
final class Repair {
    /** How often those that came off badly are let choose again. */
    private static final int TURNS = 24;
    /** From that slack on, in periods, a task is not in danger. */
    private static final int EASY = 4;

    private final Problem problem;
    private final Windows windows;
    private final Anchors anchors;
    /** Start of each task if people and money were unlimited and none were earlier than it was. */
    private final int[] expected;
    /** Place of each task among all, each after its predecessors. */
    private final int[] rank;
    /** Tasks in the order in which they may claim their earlier place: first those that are worst to move. */
    private final int[] claims;
    /** How often a task, or one that waits for it, came off badly. */
    private final int[] blame;

    private Ledger ledger;
    private int[] start;

    private Repair(Problem problem, Windows windows, Anchors anchors) {
        this.problem = problem;
        this.windows = windows;
        this.anchors = anchors;
        expected = new int[problem.size];
        rank = new int[problem.size];
        blame = new int[problem.size];
        for (int at = 0; at < problem.size; at++) {
            rank[problem.order[at]] = at;
        }
        for (int j : problem.order) {
            expected[j] = Math.max(windows.head[j], anchors.of(j));
            for (int k = 0; k < problem.pred[j].length; k++) {
                expected[j] = Math.max(expected[j], expected[problem.pred[j][k]] + problem.predGap[j][k]);
            }
        }
        long[] harm = new long[problem.size];
        Arrays.setAll(harm, this::harm);
        claims = IntStream.range(0, problem.size)
                .filter(j -> anchors.of(j) >= 0 && expected[j] == anchors.of(j) && anchors.of(j) <= problem.latest[j])
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(j -> -harm[j]).thenComparing(j -> j))
                .mapToInt(j -> j)
                .toArray();
    }

    /** The earlier plan, mended. */
    static Starts of(Problem problem, Windows windows, Anchors anchors) {
        Repair repair = new Repair(problem, windows, anchors);
        Starts best = repair.pass();
        Starts last = best;
        for (int turn = 0; turn < TURNS && repair.blamed(last); turn++) {
            last = repair.pass();
            if (last.price + anchors.price(last) < best.price + anchors.price(best)) {
                best = last;
            }
        }
        return best;
    }

    /** What it would cost to move a task from where it stood: danger to a deadline first, then a year of delay. */
    private long harm(int j) {
        int at = anchors.of(j);
        int last = problem.costOfStart[j].length - 1;
        if (at < 0 || at > last) {
            return 0;
        }
        int slack = Math.max(0, Math.min(EASY, Math.min(problem.latest[j], windows.tail[j]) - at));
        int year = Math.max(1, problem.periods / problem.years);
        return (EASY - slack) * Problem.MISS
                + problem.costOfStart[j][Math.min(last, at + year)]
                - problem.costOfStart[j][at];
    }

    private Starts pass() {
        ledger = new Ledger(problem);
        start = new int[problem.size];
        Arrays.fill(start, Starts.UNPLANNED);
        boolean[] done = new boolean[problem.size];
        // What may stand nowhere else is there first, whatever becomes of those that it waits for.
        for (int j : problem.order) {
            int at = anchors.of(j);
            if (at >= 0 && problem.release[j] == at && problem.latest[j] == at) {
                place(j, ledger.earliest(j, at, at));
                done[j] = start[j] >= 0;
            }
        }
        for (int j : urgent()) {
            if (!done[j]) {
                done[j] = true;
                place(j, chosen(j, to(j)));
            }
        }
        for (int j : claims) {
            int at = anchors.of(j);
            if (!done[j] && ledger.earliest(j, at, at) == at && from(j) <= at && at <= to(j)) {
                done[j] = true;
                place(j, at);
            }
        }
        PriorityQueue<Integer> open = new PriorityQueue<>(
                Comparator.<Integer>comparingInt(j -> expected[j]).thenComparingInt(j -> rank[j]));
        IntStream.range(0, problem.size).filter(j -> !done[j]).forEach(open::add);
        while (!open.isEmpty()) {
            int j = open.remove();
            int s = chosen(j, to(j));
            s = s >= 0 ? s : chosen(j, problem.latest[j]);
            if (start[j] < 0) {
                place(j, s);
                push(j, open);
            }
        }
        for (int j : problem.order) {
            if (start[j] >= 0 && (stranded(j) || from(j) > start[j])) {
                start[j] = Starts.UNPLANNED;
            }
        }
        return Starts.of(problem, start);
    }

    /** Those who wait for the task and have no time left after it have to find another place. */
    private void push(int j, PriorityQueue<Integer> open) {
        for (int k = 0; k < problem.succ[j].length; k++) {
            int after = problem.succ[j][k];
            boolean pinned = problem.release[after] == problem.latest[after];
            if (start[after] >= 0 && !pinned && (start[j] < 0 || start[j] + problem.succGap[j][k] > start[after])) {
                ledger.remove(after, start[after]);
                start[after] = Starts.UNPLANNED;
                open.add(after);
            }
        }
    }

    /** Where it stood if it can, else the first free place after that, else the first at all; negative for none. */
    private int chosen(int j, int to) {
        if (stranded(j)) {
            return Starts.UNPLANNED;
        }
        int from = from(j);
        int late = windows.needed[j] ? Math.min(to, windows.tail[j]) : to;
        int s = ledger.earliest(j, Math.max(from, anchors.of(j)), late);
        return s >= 0 ? s : ledger.earliest(j, from, to);
    }

    /** Tasks that lead to something that came off badly, the worst first, each after its predecessors. */
    private int[] urgent() {
        PriorityQueue<Integer> ready = new PriorityQueue<>(Comparator.<Integer>comparingInt(j -> -blame[j])
                .thenComparingInt(j -> windows.tail[j])
                .thenComparingInt(j -> j));
        int[] open = new int[problem.size];
        int count = 0;
        for (int j = 0; j < problem.size; j++) {
            open[j] = problem.pred[j].length;
            if (blame[j] > 0) {
                count++;
                if (open[j] == 0) {
                    ready.add(j);
                }
            }
        }
        int[] order = new int[count];
        for (int next = 0; next < count; next++) {
            order[next] = ready.remove();
            for (int k : problem.succ[order[next]]) {
                if (--open[k] == 0 && blame[k] > 0) {
                    ready.add(k);
                }
            }
        }
        return order;
    }

    /** Blames tasks that miss a deadline or fell out of the plan though they need not, and all that lead to them. */
    private boolean blamed(Starts plan) {
        boolean[] badly = new boolean[problem.size];
        boolean any = false;
        for (int at = problem.size - 1; at >= 0; at--) {
            int j = problem.order[at];
            boolean fell = plan.start[j] < 0 && anchors.of(j) >= 0;
            boolean late = windows.needed[j] && plan.start[j] > windows.tail[j];
            badly[j] |= !windows.hopeless[j] && (fell || late);
            if (badly[j]) {
                any = true;
                blame[j]++;
                for (int before : problem.pred[j]) {
                    badly[before] = true;
                }
            }
        }
        return any;
    }

    private boolean stranded(int j) {
        for (int before : problem.pred[j]) {
            if (start[before] < 0) {
                return true;
            }
        }
        return false;
    }

    /** The first period that those of its predecessors leave which have a place already. */
    private int from(int j) {
        int from = windows.head[j];
        for (int k = 0; k < problem.pred[j].length; k++) {
            int before = start[problem.pred[j][k]];
            from = before < 0 ? from : Math.max(from, before + problem.predGap[j][k]);
        }
        return from;
    }

    /** The last period that those of its successors leave which have a place already. */
    private int to(int j) {
        int to = problem.latest[j];
        for (int k = 0; k < problem.succ[j].length; k++) {
            int after = start[problem.succ[j][k]];
            to = after < 0 ? to : Math.min(to, after - problem.succGap[j][k]);
        }
        return to;
    }

    private void place(int j, int s) {
        start[j] = s;
        if (s >= 0) {
            ledger.place(j, s);
        }
    }
}
