package dev.shirube.planner.solver;

/** What is left of capacities and budgets while tasks are placed and taken away again. */
final class Ledger {
    private final Problem problem;
    private final int[] free;
    private final int[] money;

    Ledger(Problem problem) {
        this.problem = problem;
        free = problem.capacity.clone();
        money = problem.budget.clone();
    }

    boolean fits(int j, int start) {
        int end = start + problem.duration[j];
        int[] team = problem.demandTeam[j];
        int[] amount = problem.demandAmount[j];
        for (int k = 0; k < team.length; k++) {
            int row = team[k] * problem.periods;
            int need = amount[k];
            for (int p = row + start; p < row + end; p++) {
                if (free[p] < need) {
                    return false;
                }
            }
        }
        return affordable(j, start);
    }

    private boolean affordable(int j, int start) {
        int pool = problem.pool[j];
        if (pool < 0) {
            return true;
        }
        int[] cost = problem.cost[j];
        int row = pool * problem.years;
        int year = problem.yearOf[start];
        int sum = 0;
        for (int o = 0; o < cost.length; o++) {
            int now = problem.yearOf[start + o];
            if (now != year) {
                if (money[row + year] < sum) {
                    return false;
                }
                year = now;
                sum = 0;
            }
            sum += cost[o];
        }
        return money[row + year] >= sum;
    }

    void place(int j, int start) {
        book(j, start, 1);
    }

    void remove(int j, int start) {
        book(j, start, -1);
    }

    private void book(int j, int start, int sign) {
        int end = start + problem.duration[j];
        int[] team = problem.demandTeam[j];
        for (int k = 0; k < team.length; k++) {
            int row = team[k] * problem.periods;
            int amount = sign * problem.demandAmount[j][k];
            for (int p = row + start; p < row + end; p++) {
                free[p] -= amount;
            }
        }
        int pool = problem.pool[j];
        if (pool >= 0) {
            int row = pool * problem.years;
            int[] cost = problem.cost[j];
            for (int o = 0; o < cost.length; o++) {
                money[row + problem.yearOf[start + o]] -= sign * cost[o];
            }
        }
    }

    /** The earliest start from one period to another at which the task fits and its calendar allows it; -1 for none. */
    int earliest(int j, int from, int to) {
        for (int s = from; s <= to; s++) {
            if (problem.calendarAllows(j, s) && fits(j, s)) {
                return s;
            }
        }
        return -1;
    }
}
