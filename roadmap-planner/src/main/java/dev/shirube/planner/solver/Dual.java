package dev.shirube.planner.solver;

import java.util.Arrays;

/**
 * The Lagrangian dual by the volume algorithm: prices on team periods, budget years and precedences. Every non-negative set
 * of prices bounds the cost of every plan from below; good ones also tell where tasks want to be.
 */
final class Dual {
    private final Problem problem;
    private final Windows windows;
    private final int[] from;
    private final int[] to;
    private final int[] gap;
    private final int[][] outs;
    private final int[][] ins;
    private final double[] teamScale;
    private final double[] poolScale;
    private final int cap0;
    private final int bud0;
    private final int edge0;
    private final double[] price;
    private final double[] best;
    private final double[] direction;
    private final double[] gradient;
    private final int[] solution;
    /** Where tasks start on average in the solutions of late iterations; the horizon where unplanned. */
    final double[] mean;
    double bound = Double.NEGATIVE_INFINITY;
    private double theta = 0.1;
    private int since;
    private int iteration;
    long steps;

    Dual(Problem problem, Windows windows) {
        this.problem = problem;
        this.windows = windows;
        int edges = 0;
        for (int[] before : problem.pred) {
            edges += before.length;
        }
        from = new int[edges];
        to = new int[edges];
        gap = new int[edges];
        outs = new int[problem.size][];
        ins = new int[problem.size][];
        int e = 0;
        int[] fill = new int[problem.size];
        for (int j = 0; j < problem.size; j++) {
            outs[j] = new int[problem.succ[j].length];
            ins[j] = new int[problem.pred[j].length];
        }
        for (int j = 0; j < problem.size; j++) {
            for (int k = 0; k < problem.pred[j].length; k++) {
                from[e] = problem.pred[j][k];
                to[e] = j;
                gap[e] = problem.predGap[j][k];
                ins[j][k] = e;
                outs[from[e]][fill[from[e]]++] = e;
                e++;
            }
        }
        cap0 = 0;
        bud0 = problem.teams * problem.periods;
        edge0 = bud0 + problem.pools * problem.years;
        price = new double[edge0 + edges];
        best = new double[price.length];
        direction = new double[price.length];
        gradient = new double[price.length];
        solution = new int[problem.size];
        mean = new double[problem.size];
        teamScale = new double[problem.teams];
        poolScale = new double[problem.pools];
        scales();
    }

    private void scales() {
        double[] teamSum = new double[problem.teams];
        int[] teamCount = new int[problem.teams];
        double[] poolSum = new double[problem.pools];
        int[] poolCount = new int[problem.pools];
        for (int j = 0; j < problem.size; j++) {
            for (int k = 0; k < problem.demandTeam[j].length; k++) {
                teamSum[problem.demandTeam[j][k]] += problem.demandAmount[j][k];
                teamCount[problem.demandTeam[j][k]]++;
            }
            if (problem.pool[j] >= 0) {
                for (int c : problem.cost[j]) {
                    poolSum[problem.pool[j]] += c;
                    poolCount[problem.pool[j]]++;
                }
            }
        }
        for (int r = 0; r < problem.teams; r++) {
            teamScale[r] = teamCount[r] == 0 ? 1 : teamSum[r] / teamCount[r];
        }
        for (int b = 0; b < problem.pools; b++) {
            poolScale[b] = poolCount[b] == 0 ? 1 : Math.max(1, poolSum[b] / poolCount[b]);
        }
    }

    /** Runs so many iterations more; the upper bound steers the steps. */
    void run(int iterations, double upper) {
        int periods = problem.periods;
        double[] slope = new double[problem.size];
        double[] constant = new double[problem.size];
        double[][] work = new double[problem.teams][periods + 1];
        double[][] money = new double[problem.pools][periods];
        double[] values = new double[periods + 1];
        for (int n = 0; n < iterations; n++) {
            double value = prepare(slope, constant, work, money);
            for (int j = 0; j < problem.size; j++) {
                value += solve(j, slope[j], constant[j], work, money, values);
            }
            move(value, upper);
        }
    }

    private double prepare(double[] slope, double[] constant, double[][] work, double[][] money) {
        int periods = problem.periods;
        double value = 0;
        Arrays.fill(slope, 0);
        Arrays.fill(constant, 0);
        for (int e = 0; e < from.length; e++) {
            double a = price[edge0 + e];
            if (a != 0) {
                slope[from[e]] += a;
                slope[to[e]] -= a;
                constant[from[e]] += a * gap[e];
                constant[to[e]] += a * periods;
                value -= a * periods;
            }
        }
        for (int r = 0; r < problem.teams; r++) {
            double scale = teamScale[r];
            for (int p = 0; p < periods; p++) {
                int at = r * periods + p;
                double l = price[at] / scale;
                work[r][p + 1] = work[r][p] + l;
                value -= l * problem.capacity[at];
                gradient[at] = -problem.capacity[at] / scale;
            }
        }
        for (int b = 0; b < problem.pools; b++) {
            double scale = poolScale[b];
            for (int y = 0; y < problem.years; y++) {
                int at = b * problem.years + y;
                value -= price[bud0 + at] / scale * problem.budget[at];
                gradient[bud0 + at] = -problem.budget[at] / scale;
            }
            for (int p = 0; p < periods; p++) {
                money[b][p] = price[bud0 + b * problem.years + problem.yearOf[p]] / scale;
            }
        }
        return value;
    }

    private double solve(int j, double slope, double constant, double[][] work, double[][] money, double[] values) {
        int d = problem.duration[j];
        int low = windows.head[j];
        int high = windows.tail[j];
        long[] cost = problem.costOfStart[j];
        steps += Math.max(0, high - low + 1) * (2L + problem.demandTeam[j].length + d);
        for (int s = low; s <= high; s++) {
            values[s] = cost[s] + slope * s + constant;
        }
        for (int k = 0; k < problem.demandTeam[j].length; k++) {
            double[] w = work[problem.demandTeam[j][k]];
            int amount = problem.demandAmount[j][k];
            for (int s = low; s <= high; s++) {
                values[s] += amount * (w[s + d] - w[s]);
            }
        }
        int pool = problem.pool[j];
        if (pool >= 0) {
            double[] m = money[pool];
            for (int o = 0; o < d; o++) {
                int c = problem.cost[j][o];
                if (c != 0) {
                    for (int s = low; s <= high; s++) {
                        values[s] += c * m[s + o];
                    }
                }
            }
        }
        int chosen = -1;
        double least = Double.POSITIVE_INFINITY;
        boolean[] ends = problem.mayEnd[j];
        for (int s = low; s <= high; s++) {
            if (values[s] < least && (ends == null || ends[s + d - 1])) {
                least = values[s];
                chosen = s;
            }
        }
        if (!windows.needed[j]) {
            double dropped = problem.dropCost[j] + slope * problem.periods + constant;
            for (int e : outs[j]) {
                dropped -= price[edge0 + e] * gap[e];
            }
            if (dropped < least) {
                solution[j] = problem.periods;
                return dropped;
            }
        }
        if (chosen < 0) {
            // Nowhere to go and not to be dropped: a task with an impossible deadline; it costs what leaving it out costs.
            solution[j] = problem.periods;
            return 0;
        }
        solution[j] = chosen;
        use(j, chosen);
        return least;
    }

    private void use(int j, int s) {
        int d = problem.duration[j];
        for (int k = 0; k < problem.demandTeam[j].length; k++) {
            int r = problem.demandTeam[j][k];
            double amount = problem.demandAmount[j][k] / teamScale[r];
            int row = r * problem.periods;
            for (int p = row + s; p < row + s + d; p++) {
                gradient[p] += amount;
            }
        }
        int pool = problem.pool[j];
        if (pool >= 0) {
            int row = bud0 + pool * problem.years;
            for (int o = 0; o < d; o++) {
                gradient[row + problem.yearOf[s + o]] += problem.cost[j][o] / poolScale[pool];
            }
        }
    }

    private void move(double value, double upper) {
        int periods = problem.periods;
        for (int e = 0; e < from.length; e++) {
            int a = solution[from[e]];
            int end = a < periods ? Math.min(periods, a + gap[e]) : periods;
            gradient[edge0 + e] = end - solution[to[e]];
        }
        double slow = iteration < 50 ? 1.0 / (iteration + 1) : 0.02;
        for (int j = 0; j < problem.size; j++) {
            mean[j] += slow * (solution[j] - mean[j]);
        }
        double share = iteration == 0 ? 1.0 : share();
        for (int i = 0; i < price.length; i++) {
            direction[i] += share * (gradient[i] - direction[i]);
        }
        iteration++;
        double agreement = 0;
        for (int i = 0; i < price.length; i++) {
            agreement += direction[i] * gradient[i];
        }
        if (value > bound) {
            if (value > bound + 1e-4 * Math.abs(bound)) {
                lastGain = iteration;
            }
            bound = value;
            System.arraycopy(price, 0, best, 0, price.length);
            since = 0;
            if (agreement >= 0) {
                theta = Math.min(2.0, theta * 1.1);
            }
        } else if (++since >= 10) {
            theta *= 0.7;
            since = 0;
        }
        if (theta < 1e-3) {
            theta = restart;
            restart = Math.max(4e-3, restart * 0.8);
            since = 0;
        }
        if (iteration - lastGain > 100) {
            most = Math.max(0.005, most * 0.7);
            lastGain = iteration;
        }
        double norm = 0;
        for (int i = 0; i < price.length; i++) {
            if (direction[i] > 0 || best[i] > 0) {
                norm += direction[i] * direction[i];
            }
        }
        if (norm < 1e-12) {
            return;
        }
        double step = theta * Math.max(1.0, upper - bound) / norm;
        for (int i = 0; i < price.length; i++) {
            price[i] = Math.max(0, best[i] + step * direction[i]);
        }
    }

    private int lastGain;
    private double most = 0.1;
    private double restart = 0.05;

    /** The share of the new subgradient that makes the mixture shortest, within bounds. */
    private double share() {
        double gg = 0;
        double gd = 0;
        double dd = 0;
        for (int i = 0; i < price.length; i++) {
            double g = gradient[i];
            double d = direction[i];
            gg += g * g;
            gd += g * d;
            dd += d * d;
        }
        double below = gg - 2 * gd + dd;
        double best = below <= 0 ? most : (dd - gd) / below;
        return Math.max(most / 10, Math.min(most, best));
    }

    /** What a unit of that team's work costs in a period, at the best prices. */
    double teamPrice(int team, int period) {
        return best[team * problem.periods + period] / teamScale[team];
    }

    /** What a unit of money of that pool costs in a year. */
    double poolPrice(int pool, int year) {
        return best[bud0 + pool * problem.years + year] / poolScale[pool];
    }

    /** What a period of distance between the two tasks of that edge costs. */
    double edgePrice(int edge) {
        return best[edge0 + edge];
    }
}
