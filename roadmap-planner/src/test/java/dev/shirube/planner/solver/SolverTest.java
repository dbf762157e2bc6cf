package dev.shirube.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.planner.check.ScheduleChecker;
import java.util.ArrayList;
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
        Instance instance = Instances.tiny(seed);
        Solution solution = new Solver(instance, 1, LITTLE).solve();
        Starts best = new EveryPlan(new Problem(instance)).best();
        assertThat(ScheduleChecker.check(instance, solution)).isEmpty();
        assertThat(solution.missed()).hasSize((int) best.misses());
        assertThat(solution.objective()).isEqualTo(best.objective());
        if (best.misses() == 0) {
            assertThat(solution.bound().orElseThrow()).isLessThanOrEqualTo(best.objective());
        }
    }

    @Test
    void theSameProblemSeedAndWorkGiveTheSamePlanAndPrices() {
        Instance problem = Instances.random(300, new Random(7));
        Solution one = new Solver(problem, 3, LITTLE).solve();
        Solution other = new Solver(problem, 3, LITTLE).solve();
        assertThat(other).isEqualTo(one);
        assertThat(ScheduleChecker.check(problem, one)).isEmpty();
        assertThat(one.bound().orElseThrow()).isPositive().isLessThanOrEqualTo(one.objective());
    }

    @Test
    void moreWorkNeverCostsMoreThanTheRuleItBeginsWith() {
        Problem problem = new Problem(Instances.random(200, new Random(5)));
        Windows windows = new Windows(problem);
        Rules rules = new Rules(problem, windows);
        Starts rule = new SerialGeneration(problem, windows).plan(rules.guided(new double[problem.size], 0, 0.5));
        assertThat(new Solver(problem, 1, LITTLE).solve().objective()).isLessThan(rule.objective());
    }

    /** Three periods of work cannot end by the second. */
    @Test
    void provesThatADeadlineIsImpossibleAndPlansAllTheSame() {
        ProblemTask first = Instances.task(2, 1, List.of(), OptionalInt.empty(), 4);
        ProblemTask second = Instances.task(1, 1, List.of(new ProblemTask.Link(0, 0)), OptionalInt.of(2), 4);
        Instance problem = Instances.one(4, List.of(first, second));
        Solution solution = new Solver(problem, 1, LITTLE).solve();
        assertThat(solution.impossible()).containsExactly(1);
        assertThat(solution.missed()).containsExactly(1);
        assertThat(solution.bound()).isEmpty();
        assertThat(solution.starts()).containsExactly(OptionalInt.of(0), OptionalInt.of(2));
    }

    @Test
    void refusesACircle() {
        ProblemTask one = Instances.task(1, 1, List.of(new ProblemTask.Link(1, 0)), OptionalInt.empty(), 3);
        ProblemTask other = Instances.task(1, 1, List.of(new ProblemTask.Link(0, 0)), OptionalInt.empty(), 3);
        assertThatThrownBy(() -> Instances.one(3, List.of(one, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
    }

    /** A wrong price is a weak one: the bound of any prices stays below the best plan. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void pricesThatSomebodyMadeUpBoundNothingFromAbove(int seed) {
        Problem problem = new Problem(Instances.tiny(seed));
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
