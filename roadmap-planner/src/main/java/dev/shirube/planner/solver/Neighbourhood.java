package dev.shirube.planner.solver;

/** A few tasks that are to be taken out of a plan together, and the order in which they are to go back. */
final class Neighbourhood {
    /** More are never taken at once. */
    static final int MOST = 26;

    private final Problem problem;
    private final Windows windows;
    private final Members members;
    private final double[] guide;
    private final Rng random;
    private final int[] start;
    private final int[] stamp;
    private int now;

    final int[] task = new int[MOST];
    /** The smaller the earlier it goes back. */
    final double[] key = new double[MOST];

    int count;
    long steps;

    /**
     * None yet.
     *
     * @param guide priorities by which tasks go back, more or less
     * @param start the plan, which others change
     */
    Neighbourhood(Problem problem, Windows windows, double[] guide, Rng random, int[] start) {
        this.problem = problem;
        this.windows = windows;
        this.guide = guide;
        this.random = random;
        this.start = start;
        members = new Members(problem);
        stamp = new int[problem.size];
    }

    /** Chooses anew; afterwards there may be none. */
    void choose() {
        begin();
        int what = random.below(100);
        if (what < 30) {
            wanted(random.below(problem.size));
        } else if (what < 55) {
            around(members.ofTeam);
        } else if (what < 70) {
            around(members.ofPool);
        } else {
            swap();
        }
    }

    /** One task is wanted earlier: what stands in its way there goes behind it. */
    void wantEarlier(int j) {
        begin();
        wanted(j);
    }

    /** A task, and some that compete with it or belong to it. */
    void near(int j) {
        begin();
        int what = random.below(100);
        int[] teams = problem.demandTeam[j];
        if (what < 40) {
            wanted(j);
        } else if (what < 55 && teams.length > 0) {
            around(members.ofTeam[teams[random.below(teams.length)]], j);
        } else if (what < 70 && problem.pool[j] >= 0) {
            around(members.ofPool[problem.pool[j]], j);
        } else {
            chain(j);
        }
    }

    /** A task with those it waits for and those of its system, and rivals of each: a whole system is wanted earlier. */
    private void chain(int j) {
        add(j);
        for (int before : problem.pred[j]) {
            if (random.below(2) == 0) {
                add(before);
            }
        }
        if (problem.group[j] >= 0) {
            for (int other : members.ofGroup[problem.group[j]]) {
                if (count < MOST / 2 && random.below(4) > 0) {
                    add(other);
                }
            }
        }
        int own = count;
        int enough = 2 + random.below(3);
        int back = random.below(Math.max(2, problem.periods / 8));
        for (int i = 0; i < own; i++) {
            int each = task[i];
            key[i] = -1e6 + guide[each];
            int at = start[each] < 0 ? (int) guide[each] : start[each];
            int target = Math.max(windows.head[each], at - back);
            for (int team : problem.demandTeam[each]) {
                rivals(members.ofTeam[team], target, problem.duration[each], enough);
            }
            if (problem.pool[each] >= 0) {
                rivals(members.ofPool[problem.pool[each]], target, problem.periods / problem.years, enough);
            }
        }
        shuffle(own, 0.2);
    }

    private void begin() {
        now++;
        count = 0;
        steps += 10;
    }

    private void add(int j) {
        if (stamp[j] != now && count < MOST) {
            stamp[j] = now;
            task[count++] = j;
        }
    }

    /** Tasks of one team or one budget around one time. */
    private void around(int[][] lists) {
        int[] list = lists.length == 0 ? new int[0] : lists[random.below(lists.length)];
        if (list.length == 0) {
            return;
        }
        around(list, list[random.below(list.length)]);
    }

    private void around(int[] list, int first) {
        int time = start[first] < 0 ? random.below(problem.periods) : start[first];
        int reach = 1 + random.below(Math.max(2, problem.periods / 8));
        int enough = 4 + random.below(9);
        add(first);
        for (int tries = 0; tries < 4 * enough && count < enough; tries++) {
            int j = list[random.below(list.length)];
            if (start[j] < 0 || Math.abs(start[j] - time) <= reach) {
                add(j);
            }
        }
        steps += 4L * enough;
        shuffle(0, 0.35);
    }

    private void shuffle(int from, double spread) {
        for (int i = from; i < count; i++) {
            key[i] = guide[task[i]] + spread * problem.periods * (random.unit() - 0.5);
        }
    }

    /** Two systems of the same budget: one before the other. */
    private void swap() {
        if (members.ofGroup.length == 0) {
            return;
        }
        int one = random.below(members.ofGroup.length);
        int[] first = members.ofGroup[one];
        int pool = first.length == 0 ? -1 : problem.pool[first[0]];
        if (pool < 0) {
            return;
        }
        int[] rivals = members.groupsOfPool[pool];
        int other = rivals[random.below(rivals.length)];
        int[] second = members.ofGroup[other];
        if (one == other || first.length + second.length > MOST) {
            return;
        }
        for (int j : first) {
            add(j);
        }
        for (int j : second) {
            add(j);
        }
        boolean keep = random.below(2) == 0;
        for (int i = 0; i < count; i++) {
            boolean later = i < first.length == keep;
            key[i] = (later ? 1_000 : 0) + random.unit() + guide[task[i]] * 1e-3;
        }
    }

    private void wanted(int j) {
        int from = windows.head[j];
        for (int k = 0; k < problem.pred[j].length; k++) {
            int before = start[problem.pred[j][k]];
            if (before < 0) {
                return;
            }
            from = Math.max(from, before + problem.predGap[j][k]);
        }
        int at = start[j] < 0 ? problem.latest[j] + 1 : start[j];
        if (from >= at) {
            return;
        }
        int target = from + random.below(at - from);
        add(j);
        key[0] = -1e6;
        int enough = 3 + random.below(6);
        for (int team : problem.demandTeam[j]) {
            rivals(members.ofTeam[team], target, problem.duration[j], enough);
        }
        if (problem.pool[j] >= 0) {
            rivals(members.ofPool[problem.pool[j]], target, problem.periods / problem.years, enough);
        }
        shuffle(1, 0.2);
    }

    private void rivals(int[] list, int target, int reach, int enough) {
        int full = count + enough;
        for (int tries = 0; tries < 3 * enough && count < full; tries++) {
            int i = list[random.below(list.length)];
            if (start[i] >= 0 && start[i] < target + reach && start[i] + problem.duration[i] > target - 1) {
                add(i);
            }
        }
        steps += 3L * enough;
    }
}
