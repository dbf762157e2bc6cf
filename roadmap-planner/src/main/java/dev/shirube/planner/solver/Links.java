package dev.shirube.planner.solver;

/** The precedences of a problem, one after the other: by task, then by predecessor. */
final class Links {
    private final int[] before;
    private final int[] after;
    private final int[] gap;
    private final int[][] outgoing;

    Links(Problem problem) {
        int count = 0;
        outgoing = new int[problem.size][];
        for (int j = 0; j < problem.size; j++) {
            count += problem.pred[j].length;
            outgoing[j] = new int[problem.succ[j].length];
        }
        before = new int[count];
        after = new int[count];
        gap = new int[count];
        int[] filled = new int[problem.size];
        int link = 0;
        for (int j = 0; j < problem.size; j++) {
            for (int k = 0; k < problem.pred[j].length; k++) {
                int i = problem.pred[j][k];
                before[link] = i;
                after[link] = j;
                gap[link] = problem.predGap[j][k];
                outgoing[i][filled[i]++] = link++;
            }
        }
    }

    int size() {
        return before.length;
    }

    /**
     * Lays the prices of links out as a slope and a constant for each task.
     *
     * @return what they add to the dual's value whatever tasks do
     */
    double price(double[] price, int first, int periods, double[] slope, double[] constant) {
        double value = 0;
        for (int link = 0; link < before.length; link++) {
            double each = price[first + link];
            if (each != 0) {
                slope[before[link]] += each;
                slope[after[link]] -= each;
                constant[before[link]] += each * gap[link];
                constant[after[link]] += each * periods;
                value -= each * periods;
            }
        }
        return value;
    }

    /** What a task that is left out does not owe to those that wait for it. */
    double outgoing(int task, double[] price, int first) {
        double owed = 0;
        for (int link : outgoing[task]) {
            owed += price[first + link] * gap[link];
        }
        return owed;
    }

    /** By how many periods each link is broken, less than none where it holds. */
    void violations(int[] solution, int periods, double[] gradient, int first) {
        for (int link = 0; link < before.length; link++) {
            int start = solution[before[link]];
            int end = start < periods ? Math.min(periods, start + gap[link]) : periods;
            gradient[first + link] = end - solution[after[link]];
        }
    }
}
