package dev.shirube.planner.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Finds a good plan and proves how good it is: windows, rules, the dual with its prices, plans guided by them, and a search
 * from the best of those.
 *
 * <p>Effort is counted in work, not in time, so that the same problem, seed and effort give the same plan on every machine.
 */
public final class Solver {
    /** Units of work that an ordinary core does in a second: a step of the dual is one. */
    private static final double UNITS_PER_SECOND = 5.1e8;
    /** What one step of the search weighs; in large problems its memory is further away. */
    private static final double STEP_UNITS = 6;

    private static final double STEP_UNITS_FOR_EACH_TASK = 2.5e-4;
    /** What the program takes to start and to read and write, in seconds. */
    private static final double OVERHEAD_SECONDS = 2.5;
    /** The same for a plan that is mended: no rules are tried. */
    private static final double MENDING_OVERHEAD_SECONDS = 1.9;
    /** What is always spent, in seconds. */
    private static final double LEAST_SECONDS = 0.3;

    private static final double DUAL_SHARE = 0.15;
    private static final int MOST_ITERATIONS = 3_000;
    private static final int FEWEST_ITERATIONS = 60;
    private static final double[] SHARES = {0.3, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final double[] PRESSURES = {0.5, 0.65, 0.8};
    /** In the choice where to begin, a missed deadline counts as so many average tasks: the search mends it cheaply. */
    private static final double MISS_IN_TASKS = 4;
    /** The share of the search that begins with the most promising plan. */
    private static final double MAIN_SHARE = 0.75;
    /** Temperatures, in costs of an average task. */
    private static final double HOT = 0.4;

    private static final double COLD = 0.01;
    /** The temperatures at which a plan is mended: colder than this the search only sees to tasks that hardly matter. */
    private static final double WARM = 0.6;

    private static final double COOL = 0.05;

    private final Problem problem;
    private final long seed;
    private final double units;
    private final double mending;

    /**
     * A solver.
     *
     * @param seed of the search: others find other plans
     * @param work about so many CPU seconds of an ordinary core, counted in steps
     */
    public Solver(Instance instance, long seed, double work) {
        this(new Problem(instance), seed, work);
    }

    Solver(Problem problem, long seed, double work) {
        this.problem = problem;
        this.seed = seed;
        units = Math.max(LEAST_SECONDS, work - OVERHEAD_SECONDS) * UNITS_PER_SECOND;
        mending = Math.max(LEAST_SECONDS, work - MENDING_OVERHEAD_SECONDS) * UNITS_PER_SECOND;
    }

    /** A plan and its bound. */
    public Solution solve() {
        Windows windows = new Windows(problem);
        if (nothingIsScarce(windows)) {
            return solution(
                    windows,
                    Starts.of(problem, windows.head),
                    Rounding.certificate(problem, new Dual(problem, windows)));
        }
        Rules rules = new Rules(problem, windows);
        SerialGeneration generation = new SerialGeneration(problem, windows);
        List<Guided> starts = new ArrayList<>();
        double[] nothing = new double[problem.size];
        for (double pressure : PRESSURES) {
            starts.add(Guided.of(generation, rules.guided(nothing, 0, pressure)));
        }
        Dual dual = new Dual(problem, windows);
        dual.run(1, best(starts).plan.objective());
        long each = Math.max(1, dual.steps());
        int iterations = (int) Math.max(FEWEST_ITERATIONS, Math.min(MOST_ITERATIONS, DUAL_SHARE * units / each));
        dual.run(iterations, best(starts).plan.objective());
        for (double share : SHARES) {
            for (double pressure : PRESSURES) {
                starts.add(Guided.of(generation, rules.guided(dual.mean(), share, pressure)));
            }
        }
        Starts plan = Compaction.of(problem, windows, search(windows, starts, units - dual.steps()));
        return solution(windows, plan, Rounding.certificate(problem, dual));
    }

    /**
     * A plan that keeps to an earlier one as far as it pays: whatever can stay where it was does, unless its move gains more
     * than a fifth of what an average task costs.
     *
     * @param previous start of each task in the earlier plan; empty for one that is new or had none
     */
    public Solution replan(List<OptionalInt> previous) {
        Windows windows = new Windows(problem);
        Anchors anchors = Anchors.of(problem, previous);
        Starts mended = Repair.of(problem, windows, anchors);
        Dual dual = new Dual(problem, windows);
        dual.run(1, mended.objective());
        long each = Math.max(1, dual.steps());
        dual.run(
                (int) Math.max(FEWEST_ITERATIONS, Math.min(MOST_ITERATIONS, DUAL_SHARE * mending / each)),
                mended.objective());
        double[] guide = new double[problem.size];
        for (int j = 0; j < problem.size; j++) {
            guide[j] = anchors.of(j) >= 0 ? anchors.of(j) : dual.mean()[j];
        }
        long steps =
                (long) Math.max(1e5, (mending - dual.steps()) / (STEP_UNITS + STEP_UNITS_FOR_EACH_TASK * problem.size));
        int unavoidable = windows.impossible.size();
        if (mended.misses() <= unavoidable) {
            Starts kept = kept(windows, guide, mended, anchors, steps);
            return solution(windows, kept, Rounding.certificate(problem, dual));
        }
        Starts kept = kept(windows, guide, mended, anchors, steps / 2);
        // No move is dearer than a deadline: from a plan that meets more of them, back towards the earlier one.
        Starts from = kept.misses() <= unavoidable ? kept : walk(windows, anew(windows, dual), steps / 4, seed);
        Starts other = kept(windows, guide, from, anchors, steps / 4);
        kept = other.price + anchors.price(other) < kept.price + anchors.price(kept) ? other : kept;
        return solution(windows, kept, Rounding.certificate(problem, dual));
    }

    /** The plan that meets most deadlines, of those the dual guides to. */
    private Guided anew(Windows windows, Dual dual) {
        Rules rules = new Rules(problem, windows);
        SerialGeneration generation = new SerialGeneration(problem, windows);
        List<Guided> starts = new ArrayList<>();
        for (double share : SHARES) {
            for (double pressure : PRESSURES) {
                starts.add(Guided.of(generation, rules.guided(dual.mean(), share, pressure)));
            }
        }
        return safest(starts);
    }

    private Starts kept(Windows windows, double[] guide, Starts from, Anchors anchors, long steps) {
        double average = (double) from.objective() / Math.max(1, problem.size);
        Search search = new Search(problem, windows, guide, from, anchors, seed);
        search.run(steps, WARM * average, COOL * average);
        return search.best();
    }

    /** Where no team and no money is asked for, every task stands best where its predecessors leave it. */
    private boolean nothingIsScarce(Windows windows) {
        for (int j = 0; j < problem.size; j++) {
            if (problem.demandTeam[j].length > 0 || problem.pool[j] >= 0 || windows.head[j] > problem.latest[j]) {
                return false;
            }
        }
        return true;
    }

    private record Guided(double[] guide, Starts plan) {
        static Guided of(SerialGeneration generation, double[] guide) {
            return new Guided(guide, generation.plan(guide));
        }
    }

    private Guided best(List<Guided> starts) {
        Guided best = starts.get(0);
        for (Guided other : starts) {
            if (promise(other.plan) < promise(best.plan)) {
                best = other;
            }
        }
        return best;
    }

    private double promise(Starts plan) {
        return plan.objective() * (1 + MISS_IN_TASKS * plan.misses() / problem.size);
    }

    private Starts search(Windows windows, List<Guided> starts, double left) {
        double stepUnits = STEP_UNITS + STEP_UNITS_FOR_EACH_TASK * problem.size;
        long steps = (long) Math.max(1e5, left / stepUnits);
        Guided from = best(starts);
        // A small problem is soon as cold as it gets: several searches from different seeds find more than a long one.
        int walks = (int) Math.max(1, Math.min(8, steps / (problem.size * 6e5)));
        Starts best = from.plan;
        for (int walk = 0; walk < walks; walk++) {
            best = better(best, walk(windows, from, (long) (MAIN_SHARE * steps / walks), seed + walk));
        }
        // What is left goes to a plan that meets its deadlines from the start, if this one does not meet them by now.
        Guided again = best.misses() > 0 ? safest(starts) : new Guided(from.guide, best);
        return better(best, walk(windows, again, (long) ((1 - MAIN_SHARE) * steps), seed + walks));
    }

    private Starts walk(Windows windows, Guided from, long steps, long walkSeed) {
        double average = (double) from.plan.objective() / Math.max(1, problem.size);
        Search search = new Search(problem, windows, from.guide, from.plan, Anchors.none(problem), walkSeed);
        search.run(steps, HOT * average, COLD * average);
        return search.best();
    }

    private static Starts better(Starts one, Starts other) {
        return other.price < one.price ? other : one;
    }

    private static Guided safest(List<Guided> starts) {
        return starts.stream()
                .min(Comparator.comparingLong(it -> it.plan.price))
                .orElseThrow();
    }

    private Solution solution(Windows windows, Starts plan, Certificate certificate) {
        List<OptionalInt> starts = new ArrayList<>(problem.size);
        List<Integer> missed = new ArrayList<>();
        for (int j = 0; j < problem.size; j++) {
            int start = plan.start[j];
            starts.add(start < 0 ? OptionalInt.empty() : OptionalInt.of(start));
            boolean late = start < 0 || start + problem.duration[j] > problem.deadline[j];
            if (problem.deadline[j] < Integer.MAX_VALUE && late) {
                missed.add(j);
            }
        }
        OptionalLong bound =
                windows.impossible.isEmpty() ? new ExactBound(problem, windows).of(certificate) : OptionalLong.empty();
        return new Solution(starts, plan.objective(), missed, sorted(windows.impossible), bound, certificate);
    }

    private static List<Integer> sorted(List<Integer> tasks) {
        return IntStream.range(0, tasks.size()).map(tasks::get).sorted().boxed().toList();
    }
}
