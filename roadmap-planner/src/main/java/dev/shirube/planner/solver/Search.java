package dev.shirube.planner.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Large-neighbourhood search by simulated annealing: takes a few tasks that compete for something out of the plan and puts
 * them back in another order.
 */
final class Search {
    private static final int MOST = 26;
    private static final double MISS_FROM = 20;
    private static final double MISS_TO = 200;

    private final Problem problem;
    private final Windows windows;
    private final Rng random;
    private final Ledger ledger;
    private final int[] start;
    private long cost;
    private int missed;
    private int[] best;
    private long bestCost;
    private int bestMissed;
    /** What a missed deadline counts for now: little while it is hot, more than anything in the end. */
    private long penalty;
    private final int[][] ofTeam;
    private final int[][] ofPool;
    private final int[][] ofGroup;
    private final int[][] groupsOfPool;
    private final double[] guide;
    // the neighbourhood at hand
    private final int[] chosen = new int[MOST];
    private final int[] before = new int[MOST];
    private final double[] key = new double[MOST];
    private final int[] place = new int[MOST];
    private int count;
    private final int[] stamp;
    private int now;
    long steps;
    long moves;
    private long lastLook;
    private int[] late = {};
    final long[] tried = new long[5];
    final long[] won = new long[5];

    Search(Problem problem, Windows windows, double[] guide, Starts from, long seed) {
        this.problem = problem;
        this.windows = windows;
        this.guide = guide;
        random = new Rng(seed);
        ledger = new Ledger(problem);
        start = from.start.clone();
        cost = from.objective();
        missed = (int) from.misses();
        best = start.clone();
        bestCost = cost;
        bestMissed = missed;
        for (int j = 0; j < problem.size; j++) {
            if (start[j] >= 0) {
                ledger.place(j, start[j]);
            }
        }
        stamp = new int[problem.size];
        ofTeam = members(problem.teams, true);
        ofPool = members(problem.pools, false);
        int groups = 0;
        for (int g : problem.group) {
            groups = Math.max(groups, g + 1);
        }
        List<List<Integer>> lists = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            lists.add(new ArrayList<>());
        }
        for (int j = 0; j < problem.size; j++) {
            if (problem.group[j] >= 0) {
                lists.get(problem.group[j]).add(j);
            }
        }
        ofGroup = new int[groups][];
        List<List<Integer>> byPool = new ArrayList<>();
        for (int b = 0; b < problem.pools; b++) {
            byPool.add(new ArrayList<>());
        }
        for (int g = 0; g < groups; g++) {
            ofGroup[g] = ints(lists.get(g));
            if (ofGroup[g].length > 0 && problem.pool[ofGroup[g][0]] >= 0) {
                byPool.get(problem.pool[ofGroup[g][0]]).add(g);
            }
        }
        groupsOfPool = new int[problem.pools][];
        for (int b = 0; b < problem.pools; b++) {
            groupsOfPool[b] = ints(byPool.get(b));
        }
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[][] members(int rows, boolean teams) {
        int[] size = new int[rows];
        for (int pass = 0; pass < 1; pass++) {
            for (int j = 0; j < problem.size; j++) {
                if (teams) {
                    for (int r : problem.demandTeam[j]) {
                        size[r]++;
                    }
                } else if (problem.pool[j] >= 0) {
                    size[problem.pool[j]]++;
                }
            }
        }
        int[][] members = new int[rows][];
        for (int r = 0; r < rows; r++) {
            members[r] = new int[size[r]];
            size[r] = 0;
        }
        for (int j = 0; j < problem.size; j++) {
            if (teams) {
                for (int r : problem.demandTeam[j]) {
                    members[r][size[r]++] = j;
                }
            } else if (problem.pool[j] >= 0) {
                members[problem.pool[j]][size[problem.pool[j]]++] = j;
            }
        }
        return members;
    }

    Starts best() {
        return Starts.of(problem, best);
    }

    /** Runs until so many steps are done, cooling from one temperature to another. */
    void run(long budget, double hot, double cold) {
        long until = steps + budget;
        long began = steps;
        double temperature = hot;
        int check = 0;
        while (steps < until) {
            if ((check++ & 255) == 0) {
                double done = (double) (steps - began) / budget;
                temperature = hot * StrictMath.pow(cold / hot, done);
                penalty = done > 0.7 ? Problem.MISS : (long) (hot * (MISS_FROM + (MISS_TO - MISS_FROM) * done));
            }
            now++;
            count = 0;
            int kind = choose();
            if (count > 0) {
                moves++;
                tried[kind]++;
                double threshold = -temperature * StrictMath.log(1 - random.unit());
                if (rebuild((long) threshold)) {
                    won[kind]++;
                }
            }
            steps += 10;
        }
    }

    private int choose() {
        int what = random.below(100);
        if (missed > 0 && what < 20) {
            mend();
            return 4;
        }
        if (what < 30) {
            eject(random.below(problem.size));
            return 0;
        }
        if (what < 55) {
            around(true);
            return 1;
        }
        if (what < 70) {
            around(false);
            return 2;
        }
        if (what < 95 && ofGroup.length > 1) {
            swap();
            return 3;
        }
        eject(random.below(problem.size));
        return 0;
    }

    private boolean add(int j) {
        if (stamp[j] == now || count >= MOST) {
            return false;
        }
        stamp[j] = now;
        chosen[count++] = j;
        return true;
    }

    /** Tasks of one team or one budget around one time. */
    private void around(boolean team) {
        int[][] lists = team ? ofTeam : ofPool;
        if (lists.length == 0) {
            return;
        }
        int[] list = lists[random.below(lists.length)];
        if (list.length == 0) {
            return;
        }
        int first = list[random.below(list.length)];
        int time = start[first] < 0 ? random.below(problem.periods) : start[first];
        int reach = 1 + random.below(Math.max(2, problem.periods / 8));
        int wanted = 4 + random.below(9);
        add(first);
        for (int tries = 0; tries < 4 * wanted && count < wanted; tries++) {
            int j = list[random.below(list.length)];
            if (start[j] < 0 || Math.abs(start[j] - time) <= reach) {
                add(j);
            }
        }
        steps += 4L * wanted;
        for (int i = 0; i < count; i++) {
            key[i] = guide[chosen[i]] + 0.35 * problem.periods * (random.unit() - 0.5);
        }
    }

    /** Two systems of the same budget change places. */
    private void swap() {
        int a = random.below(ofGroup.length);
        if (ofGroup[a].length == 0) {
            return;
        }
        int pool = problem.pool[ofGroup[a][0]];
        if (pool < 0 || groupsOfPool[pool].length < 2) {
            return;
        }
        int b = groupsOfPool[pool][random.below(groupsOfPool[pool].length)];
        if (a == b || ofGroup[a].length + ofGroup[b].length > MOST) {
            return;
        }
        for (int j : ofGroup[a]) {
            add(j);
        }
        int half = count;
        for (int j : ofGroup[b]) {
            add(j);
        }
        boolean firstFirst = random.below(2) == 0;
        for (int i = 0; i < count; i++) {
            boolean first = i < half;
            key[i] = (first == firstFirst ? 0 : 1000) + random.unit() + guide[chosen[i]] * 1e-3;
        }
    }

    /** A task that misses its deadline, or one that it waits for, is wanted earlier. */
    private void mend() {
        if (moves - lastLook > 500 || late.length == 0) {
            lastLook = moves;
            late = IntStream.range(0, problem.size).filter(this::misses).toArray();
            steps += problem.size / 4;
        }
        int j = late[random.below(late.length)];
        while (problem.pred[j].length > 0 && random.below(3) > 0) {
            j = problem.pred[j][random.below(problem.pred[j].length)];
        }
        eject(j);
    }

    private boolean misses(int j) {
        return problem.deadline[j] < Integer.MAX_VALUE
                && (start[j] < 0 || start[j] + problem.duration[j] > problem.deadline[j]);
    }

    /** One task is wanted earlier: what stands in its way there goes behind it. */
    private void eject(int j) {
        int from = windows.head[j];
        for (int k = 0; k < problem.pred[j].length; k++) {
            int earlier = start[problem.pred[j][k]];
            if (earlier < 0) {
                return;
            }
            from = Math.max(from, earlier + problem.predGap[j][k]);
        }
        int at = start[j] < 0 ? problem.latest[j] + 1 : start[j];
        if (from >= at) {
            return;
        }
        int target = from + random.below(at - from);
        add(j);
        key[0] = -1e6;
        int wanted = 3 + random.below(6);
        for (int k = 0; k < problem.demandTeam[j].length; k++) {
            rivals(ofTeam[problem.demandTeam[j][k]], target, problem.duration[j], wanted);
        }
        if (problem.pool[j] >= 0) {
            rivals(ofPool[problem.pool[j]], target, problem.periods / problem.years, wanted);
        }
        for (int i = 1; i < count; i++) {
            key[i] = guide[chosen[i]] + 0.2 * problem.periods * (random.unit() - 0.5);
        }
    }

    private void rivals(int[] list, int target, int reach, int wanted) {
        int end = count + wanted;
        for (int tries = 0; tries < 3 * wanted && count < end; tries++) {
            int i = list[random.below(list.length)];
            if (start[i] >= 0 && start[i] < target + reach && start[i] + problem.duration[i] > target - 1) {
                add(i);
            }
        }
        steps += 3L * wanted;
    }

    /** Takes the chosen tasks out, puts them back in the order of their keys, and keeps that if it may. */
    private boolean rebuild(long allowed) {
        long oldCost = 0;
        int oldMissed = 0;
        for (int i = 0; i < count; i++) {
            int j = chosen[i];
            before[i] = start[j];
            oldCost += cost(j);
            oldMissed += misses(j) ? 1 : 0;
            if (start[j] >= 0) {
                ledger.remove(j, start[j]);
            }
            place[i] = -2;
        }
        steps += 4L * count;
        for (int i = 0; i < count; i++) {
            start[chosen[i]] = -2; // out of the plan for now
        }
        long limit = oldCost + penalty * oldMissed + allowed;
        long newCost = 0;
        int newMissed = 0;
        for (int done = 0; done < count; done++) {
            int i = nextReady();
            int j = chosen[i];
            int s = find(j);
            if (s == -3) {
                return undo();
            }
            start[j] = s;
            place[i] = s;
            if (s >= 0) {
                ledger.place(j, s);
            }
            newCost += cost(j);
            newMissed += misses(j) ? 1 : 0;
            if (newCost + penalty * newMissed > limit) {
                return undo();
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
        return newCost < oldCost;
    }

    private long cost(int j) {
        return start[j] < 0 ? problem.dropCost[j] : problem.costOfStart[j][start[j]];
    }

    /** Of those that wait for none of the others the one with the smallest key. */
    private int nextReady() {
        int chosenIndex = -1;
        for (int i = 0; i < count; i++) {
            if (start[chosen[i]] == -2 && (chosenIndex < 0 || key[i] < key[chosenIndex]) && ready(chosen[i])) {
                chosenIndex = i;
            }
        }
        return chosenIndex;
    }

    private boolean ready(int j) {
        for (int i : problem.pred[j]) {
            if (start[i] == -2) {
                return false;
            }
        }
        return true;
    }

    /** Where it goes now; -1 for nowhere, where that is allowed; -3 where it is not. */
    private int find(int j) {
        int from = windows.head[j];
        boolean stranded = false;
        int[] pred = problem.pred[j];
        for (int k = 0; k < pred.length; k++) {
            int earlier = start[pred[k]];
            stranded |= earlier < 0;
            from = Math.max(from, earlier + problem.predGap[j][k]);
        }
        int to = problem.latest[j];
        boolean held = false;
        int[] succ = problem.succ[j];
        for (int k = 0; k < succ.length; k++) {
            int later = start[succ[k]];
            if (later >= 0) {
                held = true;
                to = Math.min(to, later - problem.succGap[j][k]);
            }
        }
        steps += 2L + pred.length + succ.length;
        int s = -1;
        if (!stranded) {
            s = ledger.earliest(j, from, to);
            steps += s < 0 ? Math.max(1, to - from + 1) : s - from + 1;
        }
        return s >= 0 ? s : held ? -3 : -1;
    }

    private boolean undo() {
        for (int i = 0; i < count; i++) {
            if (place[i] >= 0) {
                ledger.remove(chosen[i], place[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            start[chosen[i]] = before[i];
            if (before[i] >= 0) {
                ledger.place(chosen[i], before[i]);
            }
        }
        return false;
    }
}
