package dev.shirube.planner.solver;

import java.util.stream.IntStream;

/**
 * Large-neighbourhood search with simulated annealing: takes a few tasks that compete for something out of the plan, and puts
 * them back in another order.
 */
final class Search {
    private static final int OUT = -2;
    private static final int NOWHERE = -3;
    /** How often the temperature is set anew, in moves. */
    private static final int MOVES_AT_ONE_HEAT = 256;
    /** While it is hot a missed deadline counts as so many temperatures, so that the way out of one is not barred. */
    private static final double MISS_FROM = 20;

    private static final double MISS_TO = 200;
    /** From that part of the search on no deadline may be missed for any gain. */
    private static final double STRICT = 0.7;

    /** How many moves of a hundred begin with a task that does not stand where it stood in an earlier plan. */
    private static final int ON_STRAYS = 85;
    /** After so many moves it is looked anew which tasks are late and which stand elsewhere. */
    private static final int MOVES_BETWEEN_LOOKS = 500;

    private final Problem problem;
    private final Windows windows;
    private final Rng random;
    private final Ledger ledger;
    private final Neighbourhood chosen;
    private final Anchors anchors;
    private final boolean[] impossible;
    private final int[] start;
    private final int[] before = new int[Neighbourhood.MOST];
    private long cost;
    private int missed;
    private long penalty;
    private final int[] best;
    private long bestCost;
    private int bestMissed;
    private int[] late = {};
    private long lateLooked = -MOVES_BETWEEN_LOOKS - 1;
    private int[] stray = {};
    private long strayLooked = -MOVES_BETWEEN_LOOKS - 1;
    private long moves;
    private long steps;

    Search(Problem problem, Windows windows, double[] guide, Starts from, Anchors anchors, long seed) {
        this.problem = problem;
        this.windows = windows;
        random = new Rng(seed);
        ledger = new Ledger(problem);
        start = from.start.clone();
        chosen = new Neighbourhood(problem, windows, guide, random, start);
        this.anchors = anchors;
        impossible = new boolean[problem.size];
        windows.impossible.forEach(j -> impossible[j] = true);
        cost = from.objective() + anchors.price(from);
        missed = (int) from.misses();
        best = start.clone();
        bestCost = cost;
        bestMissed = missed;
        for (int j = 0; j < problem.size; j++) {
            if (start[j] >= 0) {
                ledger.place(j, start[j]);
            }
        }
    }

    /** The best plan so far: with the fewest missed deadlines, and of those the cheapest. */
    Starts best() {
        return Starts.of(problem, best);
    }

    /** Searches for so many steps, cooling from one temperature to another. */
    void run(long budget, double hot, double cold) {
        long until = worked() + budget;
        double temperature = hot;
        for (long turn = 0; worked() < until; turn++) {
            if (turn % MOVES_AT_ONE_HEAT == 0) {
                double done = 1 - (double) (until - worked()) / budget;
                temperature = hot * StrictMath.pow(cold / hot, done);
                penalty = done > STRICT ? Problem.MISS : (long) (hot * (MISS_FROM + (MISS_TO - MISS_FROM) * done));
            }
            if (missed > 0 && random.below(5) == 0) {
                mend();
            } else if (anchors.any() && random.below(100) < ON_STRAYS) {
                settle();
            } else {
                chosen.choose();
            }
            if (chosen.count > 0) {
                moves++;
                rebuild((long) (-temperature * StrictMath.log(1 - random.unit())));
            }
        }
    }

    private long worked() {
        return steps + chosen.steps;
    }

    /** A task that misses its deadline, or one that it waits for, is wanted earlier. */
    private void mend() {
        if (moves - lateLooked > MOVES_BETWEEN_LOOKS) {
            lateLooked = moves;
            late = IntStream.range(0, problem.size)
                    .filter(j -> misses(j) && !impossible[j])
                    .toArray();
            steps += problem.size / 4;
        }
        if (late.length == 0) {
            chosen.choose();
            return;
        }
        int j = late[random.below(late.length)];
        while (problem.pred[j].length > 0 && random.below(3) > 0) {
            j = problem.pred[j][random.below(problem.pred[j].length)];
        }
        chosen.wantEarlier(j);
    }

    /** Where tasks had to leave their places, there is most to be won. */
    private void settle() {
        if (moves - strayLooked > MOVES_BETWEEN_LOOKS) {
            strayLooked = moves;
            stray = IntStream.range(0, problem.size)
                    .filter(j -> anchors.of(j) >= 0 && anchors.of(j) != start[j])
                    .toArray();
            steps += problem.size / 4;
        }
        if (stray.length == 0) {
            chosen.choose();
        } else {
            chosen.near(stray[random.below(stray.length)]);
        }
    }

    private boolean misses(int j) {
        return problem.deadline[j] < Integer.MAX_VALUE
                && (start[j] < 0 || start[j] + problem.duration[j] > problem.deadline[j]);
    }

    private long cost(int j) {
        return (start[j] < 0 ? problem.dropCost[j] : problem.costOfStart[j][start[j]]) + anchors.price(j, start[j]);
    }

    /** Takes the chosen tasks out, puts them back in the order of their keys, and keeps that if it costs little enough. */
    private void rebuild(long allowed) {
        long oldCost = 0;
        int oldMissed = 0;
        for (int i = 0; i < chosen.count; i++) {
            int j = chosen.task[i];
            before[i] = start[j];
            oldCost += cost(j);
            oldMissed += misses(j) ? 1 : 0;
            if (start[j] >= 0) {
                ledger.remove(j, start[j]);
            }
        }
        for (int i = 0; i < chosen.count; i++) {
            start[chosen.task[i]] = OUT;
        }
        steps += 4L * chosen.count;
        long limit = oldCost + penalty * oldMissed + allowed;
        long newCost = 0;
        int newMissed = 0;
        for (int done = 0; done < chosen.count; done++) {
            int j = next();
            int s = place(j);
            if (s == NOWHERE) {
                undo();
                return;
            }
            start[j] = s;
            newCost += cost(j);
            newMissed += misses(j) ? 1 : 0;
            if (newCost + penalty * newMissed > limit) {
                undo();
                return;
            }
        }
        cost += newCost - oldCost;
        missed += newMissed - oldMissed;
        if (missed < bestMissed || missed == bestMissed && cost < bestCost) {
            bestCost = cost;
            bestMissed = missed;
            System.arraycopy(start, 0, best, 0, start.length);
            steps += problem.size / 8;
        }
    }

    /** Of those that are out and wait for none of the others the one with the smallest key. */
    private int next() {
        int first = -1;
        for (int i = 0; i < chosen.count; i++) {
            int j = chosen.task[i];
            if (start[j] == OUT && (first < 0 || chosen.key[i] < chosen.key[first]) && free(j)) {
                first = i;
            }
        }
        return chosen.task[first];
    }

    private boolean free(int j) {
        for (int i : problem.pred[j]) {
            if (start[i] == OUT) {
                return false;
            }
        }
        return true;
    }

    /** Places a task as early as it fits, or where it stood before, or leaves it unplanned where nobody in the plan waits for it. */
    private int place(int j) {
        int from = windows.head[j];
        boolean stranded = false;
        int[] pred = problem.pred[j];
        for (int k = 0; k < pred.length; k++) {
            int earlier = start[pred[k]];
            stranded |= earlier < 0;
            from = Math.max(from, earlier + problem.predGap[j][k]);
        }
        int to = problem.latest[j];
        boolean awaited = false;
        int[] succ = problem.succ[j];
        for (int k = 0; k < succ.length; k++) {
            int later = start[succ[k]];
            if (later >= 0) {
                awaited = true;
                to = Math.min(to, later - problem.succGap[j][k]);
            }
        }
        int s = stranded ? Starts.UNPLANNED : ledger.earliest(j, from, to);
        steps += 2L + pred.length + succ.length + Math.max(1, (s < 0 ? to : s) - from + 1);
        if (s >= 0) {
            int kept = stays(j, s, to) ? anchors.of(j) : s;
            ledger.place(j, kept);
            return kept;
        }
        return awaited ? NOWHERE : Starts.UNPLANNED;
    }

    /** Whether its earlier place is free, and to be earlier is not worth the move. */
    private boolean stays(int j, int earliest, int to) {
        int anchor = anchors.of(j);
        return anchor > earliest
                && anchor <= to
                && ledger.earliest(j, anchor, anchor) == anchor
                && problem.priceOfStart(j, anchor) <= problem.priceOfStart(j, earliest) + anchors.price(j, earliest);
    }

    private void undo() {
        for (int i = 0; i < chosen.count; i++) {
            if (start[chosen.task[i]] >= 0) {
                ledger.remove(chosen.task[i], start[chosen.task[i]]);
            }
        }
        for (int i = 0; i < chosen.count; i++) {
            int j = chosen.task[i];
            start[j] = before[i];
            if (before[i] >= 0) {
                ledger.place(j, before[i]);
            }
        }
    }
}
