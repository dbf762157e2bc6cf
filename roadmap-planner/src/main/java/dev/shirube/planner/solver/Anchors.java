package dev.shirube.planner.solver;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

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

    /** Whether there is an earlier plan. */
    boolean any() {
        return price > 0;
    }

    /** What it costs that the task stands there. */
    long price(int j, int start) {
        return at[j] >= 0 && at[j] != start ? price : 0;
    }

    /** Where it stood; negative for a task that is free. */
    int of(int j) {
        return at[j];
    }

    /** What all moves of a plan cost. */
    long price(Starts plan) {
        long sum = 0;
        for (int j = 0; j < at.length; j++) {
            sum += price(j, plan.start[j]);
        }
        return sum;
    }
}
