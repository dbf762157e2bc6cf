package dev.shirube.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolverTest {
    private static final double LITTLE = 0.1;

    /** Tiny problems, of which the best plan is found by looking at every one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsTheBestPlanOfATinyProblemAndNeverBoundsItFromAbove(int seed) {
        Problem problem = tiny(seed);
        Solution solution = new Solver(problem, 1, LITTLE).solve();
        Starts best = new EveryPlan(problem).best();
        assertThat(violations(problem, solution)).isEmpty();
        assertThat(solution.missed()).hasSize((int) best.misses());
        assertThat(solution.objective()).isEqualTo(best.objective());
        if (best.misses() == 0) {
            assertThat(solution.bound().orElseThrow()).isLessThanOrEqualTo(best.objective());
        }
    }

    @Test
    void theSameProblemSeedAndWorkGiveTheSamePlanAndPrices() {
        Problem problem = random(300, new Random(7));
        Solution one = new Solver(problem, 3, LITTLE).solve();
        Solution other = new Solver(problem, 3, LITTLE).solve();
        assertThat(other).isEqualTo(one);
        assertThat(violations(problem, one)).isEmpty();
        assertThat(one.bound().orElseThrow()).isPositive().isLessThanOrEqualTo(one.objective());
    }

    @Test
    void moreWorkNeverCostsMoreThanTheRuleItBeginsWith() {
        Problem problem = random(200, new Random(5));
        Windows windows = new Windows(problem);
        Rules rules = new Rules(problem, windows);
        Starts rule = new SerialGeneration(problem, windows).plan(rules.guided(new double[problem.size], 0, 0.5));
        assertThat(new Solver(problem, 1, LITTLE).solve().objective()).isLessThan(rule.objective());
    }

    /** Three periods of work cannot end by the second. */
    @Test
    void provesThatADeadlineIsImpossibleAndPlansAllTheSame() {
        ProblemTask first = task(2, 1, List.of(), OptionalInt.empty(), 4);
        ProblemTask second = task(1, 1, List.of(new ProblemTask.Link(0, 0)), OptionalInt.of(2), 4);
        Problem problem = new Problem(one(4, List.of(first, second)));
        Solution solution = new Solver(problem, 1, LITTLE).solve();
        assertThat(solution.impossible()).containsExactly(1);
        assertThat(solution.missed()).containsExactly(1);
        assertThat(solution.bound()).isEmpty();
        assertThat(solution.starts()).containsExactly(OptionalInt.of(0), OptionalInt.of(2));
    }

    @Test
    void refusesACircle() {
        ProblemTask one = task(1, 1, List.of(new ProblemTask.Link(1, 0)), OptionalInt.empty(), 3);
        ProblemTask other = task(1, 1, List.of(new ProblemTask.Link(0, 0)), OptionalInt.empty(), 3);
        assertThatThrownBy(() -> new Problem(one(3, List.of(one, other))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
    }

    /** A wrong price is a weak one: the bound of any prices stays below the best plan. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void pricesThatSomebodyMadeUpBoundNothingFromAbove(int seed) {
        Problem problem = tiny(seed);
        Starts best = new EveryPlan(problem).best();
        Random random = new Random(seed);
        List<List<Long>> teams =
                List.of(random.longs(problem.periods, 0, 9_000).boxed().toList());
        List<List<Long>> pools =
                List.of(random.longs(problem.years, 0, 9_000).boxed().toList());
        List<Certificate.Link> links = new ArrayList<>();
        for (int j = 0; j < problem.size; j++) {
            for (int before : problem.pred[j]) {
                links.add(new Certificate.Link(before, j, random.nextInt(5_000)));
            }
        }
        Certificate made = new Certificate(1_000, 1_000, teams, pools, links);
        if (best.misses() == 0) {
            assertThat(new ExactBound(problem, new Windows(problem)).of(made).orElseThrow())
                    .isLessThanOrEqualTo(best.objective());
        }
    }

    private static Problem tiny(int seed) {
        return random(5, new Random(seed));
    }

    /** Periods of two fiscal years or more, one team, one budget, a freeze, links, windows and deadlines. */
    private static Problem random(int size, Random random) {
        int periods = size <= 5 ? 6 : 24;
        int[] yearOf = new int[periods];
        List<Boolean> mayEnd = new ArrayList<>();
        int[] capacity = new int[periods];
        int scarce = Math.max(3, size / 5);
        for (int p = 0; p < periods; p++) {
            yearOf[p] = p / 3;
            mayEnd.add(p % 3 < 2);
            capacity[p] = scarce + random.nextInt(3);
        }
        int[] budget = new int[yearOf[periods - 1] + 1];
        for (int y = 0; y < budget.length; y++) {
            budget[y] = 2 * scarce + random.nextInt(5);
        }
        List<ProblemTask> tasks = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            tasks.add(random(j, periods, random));
        }
        return new Problem(
                new Instance(boxed(yearOf), List.of(boxed(capacity)), List.of(boxed(budget)), List.of(mayEnd), tasks));
    }

    /** One team that has one person in every period. */
    private static Instance one(int periods, List<ProblemTask> tasks) {
        return new Instance(
                Collections.nCopies(periods, 0), List.of(Collections.nCopies(periods, 1)), List.of(), List.of(), tasks);
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static ProblemTask random(int j, int periods, Random random) {
        int duration = 1 + random.nextInt(2);
        List<ProblemTask.Link> links = new ArrayList<>();
        if (j > 0 && random.nextInt(2) == 0) {
            links.add(new ProblemTask.Link(random.nextInt(j), random.nextInt(2) - 1));
        }
        long[] costs = new long[periods + 1];
        int weight = 1 + random.nextInt(9);
        int due = random.nextInt(periods);
        for (int c = 0; c <= periods; c++) {
            costs[c] = (long) weight * c + (c > due ? 10L * weight : 0);
        }
        List<Integer> cost = new ArrayList<>();
        for (int o = 0; o < duration; o++) {
            cost.add(random.nextInt(4));
        }
        return new ProblemTask(
                duration,
                List.of(new ProblemTask.Demand(0, 1 + random.nextInt(2))),
                OptionalInt.of(0),
                cost,
                random.nextInt(2),
                random.nextInt(4) == 0 ? OptionalInt.of(periods - duration - 1) : OptionalInt.empty(),
                random.nextInt(3) == 0 ? OptionalInt.of(0) : OptionalInt.empty(),
                random.nextInt(4) == 0 ? OptionalInt.of(periods - random.nextInt(2)) : OptionalInt.empty(),
                links,
                CostTable.of(costs),
                costs[periods] + 5L * weight,
                OptionalInt.of(j / 3));
    }

    private static ProblemTask task(
            int duration, int weight, List<ProblemTask.Link> links, OptionalInt deadline, int periods) {
        long[] costs = new long[periods + 1];
        for (int c = 0; c <= periods; c++) {
            costs[c] = (long) weight * c;
        }
        return new ProblemTask(
                duration,
                List.of(new ProblemTask.Demand(0, 1)),
                OptionalInt.empty(),
                new ArrayList<>(Collections.nCopies(duration, 0)),
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                deadline,
                links,
                CostTable.of(costs),
                1_000,
                OptionalInt.empty());
    }

    /** What a plan breaks, looked at from the problem alone. */
    private static List<String> violations(Problem problem, Solution solution) {
        List<String> broken = new ArrayList<>();
        int[] free = problem.capacity.clone();
        int[] money = problem.budget.clone();
        for (int j = 0; j < problem.size; j++) {
            if (solution.starts().get(j).isEmpty()) {
                continue;
            }
            int s = solution.starts().get(j).getAsInt();
            if (s < problem.release[j] || s > problem.latest[j] || !problem.calendarAllows(j, s)) {
                broken.add("window of " + j);
            }
            for (int k = 0; k < problem.pred[j].length; k++) {
                OptionalInt before = solution.starts().get(problem.pred[j][k]);
                if (before.isEmpty() || s < before.getAsInt() + problem.predGap[j][k]) {
                    broken.add("link to " + j);
                }
            }
            for (int o = 0; o < problem.duration[j]; o++) {
                for (int k = 0; k < problem.demandTeam[j].length; k++) {
                    free[problem.demandTeam[j][k] * problem.periods + s + o] -= problem.demandAmount[j][k];
                }
                if (problem.pool[j] >= 0) {
                    money[problem.pool[j] * problem.years + problem.yearOf[s + o]] -= problem.cost[j][o];
                }
            }
        }
        for (int left : free) {
            if (left < 0) {
                broken.add("capacity");
            }
        }
        for (int left : money) {
            if (left < 0) {
                broken.add("budget");
            }
        }
        return broken;
    }

    /** The best of all plans, by trying each start of each task. */
    private static final class EveryPlan {
        private final Problem problem;
        private final Ledger ledger;
        private final int[] start;
        private Starts best;

        private EveryPlan(Problem problem) {
            this.problem = problem;
            ledger = new Ledger(problem);
            start = new int[problem.size];
            best = new Starts(start, Long.MAX_VALUE);
        }

        private Starts best() {
            place(0);
            return best;
        }

        private void place(int at) {
            if (at == problem.size) {
                Starts plan = Starts.of(problem, start);
                best = plan.price < best.price ? plan : best;
                return;
            }
            int j = problem.order[at];
            int from = problem.release[j];
            boolean stranded = false;
            for (int k = 0; k < problem.pred[j].length; k++) {
                int before = start[problem.pred[j][k]];
                stranded |= before < 0;
                from = Math.max(from, before + problem.predGap[j][k]);
            }
            for (int s = from; !stranded && s <= problem.latest[j]; s++) {
                if (problem.calendarAllows(j, s) && ledger.fits(j, s)) {
                    start[j] = s;
                    ledger.place(j, s);
                    place(at + 1);
                    ledger.remove(j, s);
                }
            }
            start[j] = Starts.UNPLANNED;
            place(at + 1);
        }
    }
}
