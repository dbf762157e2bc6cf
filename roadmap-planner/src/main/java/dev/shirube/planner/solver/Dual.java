package dev.shirube.planner.solver;

import java.util.Arrays;

/**
 * The Lagrangian dual with prices on team periods, budget years and precedences. Any prices that are not negative bound the
 * cost of every plan from below; good ones also tell where tasks want to be.
 */
final class Dual {
    /** How many solutions the first means are taken of, and how much a later one counts. */
    private static final int FIRST_MEANS = 50;

    private final Problem problem;
    private final Windows windows;
    private final Links links;
    private final int firstPool;
    private final int firstLink;
    private final double[] teamScale;
    private final double[] poolScale;
    private final Volume volume;
    private final int[] solution;
    private final double[] mean;
    private final double[] slope;
    private final double[] constant;
    private final double[][] work;
    private final double[][] money;
    private final double[] values;
    private int iterations;
    private long steps;

    Dual(Problem problem, Windows windows) {
        this.problem = problem;
        this.windows = windows;
        links = new Links(problem);
        firstPool = problem.teams * problem.periods;
        firstLink = firstPool + problem.pools * problem.years;
        volume = new Volume(firstLink + links.size());
        solution = new int[problem.size];
        mean = new double[problem.size];
        slope = new double[problem.size];
        constant = new double[problem.size];
        work = new double[problem.teams][problem.periods + 1];
        money = new double[problem.pools][problem.periods];
        values = new double[problem.periods + 1];
        teamScale = new double[problem.teams];
        poolScale = new double[problem.pools];
        scale();
    }

    /** Prices are counted in what an average task takes, so that those of people and of money are alike. */
    private void scale() {
        int[] teamCount = new int[problem.teams];
        int[] poolCount = new int[problem.pools];
        for (int j = 0; j < problem.size; j++) {
            for (int k = 0; k < problem.demandTeam[j].length; k++) {
                teamScale[problem.demandTeam[j][k]] += problem.demandAmount[j][k];
                teamCount[problem.demandTeam[j][k]]++;
            }
            if (problem.pool[j] >= 0) {
                for (int c : problem.cost[j]) {
                    poolScale[problem.pool[j]] += c;
                    poolCount[problem.pool[j]]++;
                }
            }
        }
        for (int r = 0; r < problem.teams; r++) {
            teamScale[r] = teamCount[r] == 0 ? 1 : Math.max(1, teamScale[r] / teamCount[r]);
        }
        for (int b = 0; b < problem.pools; b++) {
            poolScale[b] = poolCount[b] == 0 ? 1 : Math.max(1, poolScale[b] / poolCount[b]);
        }
    }

    /** Runs so many iterations more; the cost of a known plan steers the length of the steps. */
    void run(int more, double upper) {
        for (int n = 0; n < more; n++) {
            double value = price();
            for (int j = 0; j < problem.size; j++) {
                value += solve(j);
            }
            links.violations(solution, problem.periods, volume.gradient(), firstLink);
            volume.evaluated(value, upper);
            double weight = 1.0 / Math.min(FIRST_MEANS, ++iterations);
            for (int j = 0; j < problem.size; j++) {
                mean[j] += weight * (solution[j] - mean[j]);
            }
        }
    }

    /** Lays the prices out by task, team and pool. */
    private double price() {
        double[] price = volume.price();
        double[] gradient = volume.gradient();
        int periods = problem.periods;
        Arrays.fill(slope, 0);
        Arrays.fill(constant, 0);
        double value = links.price(price, firstLink, periods, slope, constant);
        for (int r = 0; r < problem.teams; r++) {
            for (int p = 0; p < periods; p++) {
                int at = r * periods + p;
                double each = price[at] / teamScale[r];
                work[r][p + 1] = work[r][p] + each;
                value -= each * problem.capacity[at];
                gradient[at] = -problem.capacity[at] / teamScale[r];
            }
        }
        for (int b = 0; b < problem.pools; b++) {
            for (int y = 0; y < problem.years; y++) {
                int at = b * problem.years + y;
                value -= price[firstPool + at] / poolScale[b] * problem.budget[at];
                gradient[firstPool + at] = -problem.budget[at] / poolScale[b];
            }
            for (int p = 0; p < periods; p++) {
                money[b][p] = price[firstPool + b * problem.years + problem.yearOf[p]] / poolScale[b];
            }
        }
        return value;
    }

    /** The cheapest start of one task at the prices, or leaving it unplanned. */
    private double solve(int j) {
        evaluate(j);
        int d = problem.duration[j];
        boolean[] ends = problem.mayEnd[j];
        int chosen = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int s = windows.head[j]; s <= windows.tail[j]; s++) {
            if (values[s] < least && (ends == null || ends[s + d - 1])) {
                least = values[s];
                chosen = s;
            }
        }
        if (!windows.needed[j]) {
            double dropped = problem.dropCost[j]
                    + slope[j] * problem.periods
                    + constant[j]
                    - links.outgoing(j, volume.price(), firstLink);
            if (dropped < least) {
                solution[j] = problem.periods;
                return dropped;
            }
        }
        if (chosen < 0) {
            // Its calendar leaves nothing of its window. It counts for nothing, which no plan can be cheaper than.
            solution[j] = problem.periods;
            return 0;
        }
        solution[j] = chosen;
        use(j, chosen);
        return least;
    }

    private void evaluate(int j) {
        int d = problem.duration[j];
        int low = windows.head[j];
        int high = windows.tail[j];
        long[] cost = problem.costOfStart[j];
        steps += Math.max(0, high - low + 1) * (2L + problem.demandTeam[j].length + d);
        for (int s = low; s <= high; s++) {
            values[s] = cost[s] + slope[j] * s + constant[j];
        }
        for (int k = 0; k < problem.demandTeam[j].length; k++) {
            double[] w = work[problem.demandTeam[j][k]];
            int amount = problem.demandAmount[j][k];
            for (int s = low; s <= high; s++) {
                values[s] += amount * (w[s + d] - w[s]);
            }
        }
        if (problem.pool[j] >= 0) {
            double[] m = money[problem.pool[j]];
            for (int o = 0; o < d; o++) {
                int c = problem.cost[j][o];
                for (int s = low; c != 0 && s <= high; s++) {
                    values[s] += c * m[s + o];
                }
            }
        }
    }

    private void use(int j, int s) {
        double[] gradient = volume.gradient();
        for (int k = 0; k < problem.demandTeam[j].length; k++) {
            int team = problem.demandTeam[j][k];
            double amount = problem.demandAmount[j][k] / teamScale[team];
            int row = team * problem.periods;
            for (int p = row + s; p < row + s + problem.duration[j]; p++) {
                gradient[p] += amount;
            }
        }
        int pool = problem.pool[j];
        if (pool >= 0) {
            int row = firstPool + pool * problem.years;
            for (int o = 0; o < problem.cost[j].length; o++) {
                gradient[row + problem.yearOf[s + o]] += problem.cost[j][o] / poolScale[pool];
            }
        }
    }

    /** Where each task starts on average in the late solutions; the horizon counts for being left out. */
    double[] mean() {
        return mean;
    }

    /** Steps of work done so far. */
    long steps() {
        return steps;
    }

    /** What a unit of that team's work costs in a period, at the best prices. */
    double teamPrice(int team, int period) {
        return volume.best()[team * problem.periods + period] / teamScale[team];
    }

    /** What a unit of money of that pool costs in a year, at the best prices. */
    double poolPrice(int pool, int year) {
        return volume.best()[firstPool + pool * problem.years + year] / poolScale[pool];
    }

    /** What a period costs by which the link is broken; links go by task and then by predecessor. */
    double linkPrice(int link) {
        return volume.best()[firstLink + link];
    }
}
