package dev.shirube.planner.solver;

/** A whole plan: the start of each task, and what it costs. */
final class Starts {
    /** The start of a task that is not planned. */
    static final int UNPLANNED = -1;

    final int[] start;
    final long price;

    Starts(int[] start, long price) {
        this.start = start;
        this.price = price;
    }

    static Starts of(Problem problem, int[] start) {
        long price = 0;
        for (int j = 0; j < problem.size; j++) {
            price += start[j] < 0 ? problem.priceOfDropping(j) : problem.priceOfStart(j, start[j]);
        }
        return new Starts(start.clone(), price);
    }

    long misses() {
        return price / Problem.MISS;
    }

    long objective() {
        return price % Problem.MISS;
    }
}
