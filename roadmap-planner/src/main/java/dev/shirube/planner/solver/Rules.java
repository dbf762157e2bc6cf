package dev.shirube.planner.solver;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders of importance from which a first plan can be made. */
final class Rules {
    private final Problem problem;
    private final Windows windows;
    /** What a task takes of its teams and its budget, as shares of all there is. */
    final double[] effort;
    /** What a period of delay costs on average. */
    final double[] urgency;
    /** Place in the order of the ratio of urgency to effort of a task with all that must come before it. */
    final double[] closureRank;

    Rules(Problem problem, Windows windows) {
        this.problem = problem;
        this.windows = windows;
        effort = efforts();
        urgency = new double[problem.size];
        for (int j = 0; j < problem.size; j++) {
            int head = Math.min(windows.head[j], problem.costOfStart[j].length - 1);
            int last = problem.costOfStart[j].length - 1;
            if (last > head) {
                urgency[j] = (double) (problem.costOfStart[j][last] - problem.costOfStart[j][head]) / (last - head);
            }
        }
        closureRank = closureRanks();
    }

    private double[] efforts() {
        double[] all = new double[problem.teams];
        for (int r = 0; r < problem.teams; r++) {
            for (int p = 0; p < problem.periods; p++) {
                all[r] += problem.capacity[r * problem.periods + p];
            }
        }
        double[] money = new double[problem.pools];
        for (int b = 0; b < problem.pools; b++) {
            for (int y = 0; y < problem.years; y++) {
                money[b] += problem.budget[b * problem.years + y];
            }
        }
        double[] efforts = new double[problem.size];
        for (int j = 0; j < problem.size; j++) {
            double sum = 1e-9;
            for (int k = 0; k < problem.demandTeam[j].length; k++) {
                sum += problem.demandAmount[j][k]
                        * (double) problem.duration[j]
                        / Math.max(1, all[problem.demandTeam[j][k]]);
            }
            if (problem.pool[j] >= 0) {
                double spent = 0;
                for (int c : problem.cost[j]) {
                    spent += c;
                }
                sum += spent / Math.max(1, money[problem.pool[j]]);
            }
            efforts[j] = sum;
        }
        return efforts;
    }

    /** Tasks in the order in which their closures pay: each with its unplaced ancestors, which count once. */
    private double[] closureRanks() {
        int n = problem.size;
        double[] ratio = new double[n];
        int[] mark = new int[n];
        int[] stack = new int[n];
        for (int j = 0; j < n; j++) {
            double u = 0;
            double w = 0;
            int top = 0;
            stack[top++] = j;
            mark[j] = j + 1;
            while (top > 0) {
                int i = stack[--top];
                u += urgency[i];
                // What many need is paid for by many.
                w += effort[i] / Math.max(1, i == j ? 1 : StrictMath.sqrt(problem.succ[i].length));
                for (int before : problem.pred[i]) {
                    if (mark[before] != j + 1) {
                        mark[before] = j + 1;
                        stack[top++] = before;
                    }
                }
            }
            ratio[j] = u / w;
        }
        Integer[] sorted = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.<Integer>comparingDouble(j -> -ratio[j]).thenComparingInt(j -> j));
        double[] rank = new double[n];
        Arrays.fill(rank, -1);
        int next = 0;
        int[] path = new int[n];
        for (int j : sorted) {
            next = emit(j, rank, next, path);
        }
        return rank;
    }

    /** Numbers a task after all its ancestors that have no number yet. */
    private int emit(int j, double[] rank, int next, int[] path) {
        int top = 0;
        int number = next;
        if (rank[j] >= 0) {
            return number;
        }
        path[top++] = j;
        while (top > 0) {
            int i = path[top - 1];
            int open = -1;
            for (int before : problem.pred[i]) {
                if (rank[before] < 0) {
                    open = before;
                    break;
                }
            }
            if (open >= 0) {
                path[top++] = open;
            } else {
                top--;
                if (rank[i] < 0) {
                    rank[i] = number++;
                }
            }
        }
        return number;
    }

    /**
     * Priorities between the closure's rank and the mean start in the dual's solutions.
     *
     * @param share of the mean start
     * @param pressure how early before its latest start a task with a deadline is wanted, as a share of it
     */
    double[] guided(double[] mean, double share, double pressure) {
        double[] priority = new double[problem.size];
        for (int j = 0; j < problem.size; j++) {
            double time = (1 - share) * problem.periods * closureRank[j] / problem.size + share * mean[j];
            if (windows.needed[j]) {
                time = Math.min(time, windows.tail[j] * pressure);
            }
            if (problem.latest[j] < problem.periods - problem.duration[j]) {
                time = Math.min(time, problem.latest[j] * pressure);
            }
            priority[j] = time;
        }
        return priority;
    }
}
