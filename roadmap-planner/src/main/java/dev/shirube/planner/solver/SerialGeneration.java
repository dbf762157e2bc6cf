package dev.shirube.planner.solver;

import java.util.PriorityQueue;

/** One plan from one order of importance: whatever is free to go and most important goes at its earliest fitting place. */
final class SerialGeneration {
    private final Problem problem;
    private final Windows windows;

    SerialGeneration(Problem problem, Windows windows) {
        this.problem = problem;
        this.windows = windows;
    }

    /** @param priority the smaller the earlier */
    Starts plan(double[] priority) {
        Ledger ledger = new Ledger(problem);
        int[] start = new int[problem.size];
        int[] open = new int[problem.size];
        PriorityQueue<Integer> ready = new PriorityQueue<>((a, b) -> {
            int byPriority = Double.compare(priority[a], priority[b]);
            return byPriority != 0 ? byPriority : Integer.compare(a, b);
        });
        for (int j = 0; j < problem.size; j++) {
            open[j] = problem.pred[j].length;
            if (open[j] == 0) {
                ready.add(j);
            }
        }
        while (!ready.isEmpty()) {
            int j = ready.poll();
            start[j] = place(ledger, start, j);
            for (int k : problem.succ[j]) {
                if (--open[k] == 0) {
                    ready.add(k);
                }
            }
        }
        return Starts.of(problem, start);
    }

    private int place(Ledger ledger, int[] start, int j) {
        int from = windows.head[j];
        for (int k = 0; k < problem.pred[j].length; k++) {
            int before = start[problem.pred[j][k]];
            if (before < 0) {
                return Starts.UNPLANNED;
            }
            from = Math.max(from, before + problem.predGap[j][k]);
        }
        int s = ledger.earliest(j, from, problem.latest[j]);
        if (s >= 0) {
            ledger.place(j, s);
        }
        return s;
    }
}
