package dev.shirube.planner.solver;

/**
 * Moves every task to the first period that is free for it, until none can move: a plan of which each place can be explained,
 * and that never costs more than before.
 */
final class Compaction {
    private final Problem problem;
    private final Windows windows;
    private final Ledger ledger;
    private final int[] start;

    private Compaction(Problem problem, Windows windows, int[] start) {
        this.problem = problem;
        this.windows = windows;
        this.start = start;
        ledger = new Ledger(problem);
        for (int j = 0; j < problem.size; j++) {
            if (start[j] >= 0) {
                ledger.place(j, start[j]);
            }
        }
    }

    static Starts of(Problem problem, Windows windows, Starts plan) {
        Compaction compaction = new Compaction(problem, windows, plan.start.clone());
        while (compaction.moved()) {
            // what one task leaves may be what another waits for
        }
        return Starts.of(problem, compaction.start);
    }

    private boolean moved() {
        boolean moved = false;
        for (int j : problem.order) {
            moved |= earlier(j);
        }
        return moved;
    }

    private boolean earlier(int j) {
        int from = windows.head[j];
        for (int k = 0; k < problem.pred[j].length; k++) {
            int before = start[problem.pred[j][k]];
            if (before < 0) {
                return false;
            }
            from = Math.max(from, before + problem.predGap[j][k]);
        }
        int at = start[j];
        if (at >= 0) {
            ledger.remove(j, at);
        }
        int s = ledger.earliest(j, from, at < 0 ? problem.latest[j] : at);
        start[j] = s < 0 ? at : s;
        if (start[j] >= 0) {
            ledger.place(j, start[j]);
        }
        return start[j] != at;
    }
}
