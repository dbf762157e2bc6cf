package dev.shirube.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.check.ScheduleChecker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplanTest {
    private static final double LITTLE = 0.1;
    private static final double WORK = 2;
    private static final int FIRST_YEAR = 3;

    private final Instance instance = Instances.random(300, new Random(3));
    private final Solution before = new Solver(instance, 1, LITTLE).solve();

    @Test
    void whatDidNotSlipMostlyStaysWhereItWas() {
        int slipped = earliest();
        Instance later = slip(slipped, before.starts().get(slipped).getAsInt() + 3);
        Solution kept = new Solver(later, 1, LITTLE).replan(before.starts());
        Solution anew = new Solver(later, 1, LITTLE).solve();
        assertThat(ScheduleChecker.check(later, kept)).isEmpty();
        assertThat(moved(kept)).isPositive().isLessThan(60).isLessThan(moved(anew));
        assertThat(kept.missed()).hasSizeLessThanOrEqualTo(anew.missed().size());
    }

    /** A task that many wait for slips, and deadlines are near: few others move, and it costs hardly more than a new plan. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aSlippedTaskMovesFewOthersAndCostsLittle(int seed) {
        Instance loose = Instances.random(1_500, new Random(seed));
        List<OptionalInt> plan = new Solver(loose, 1, WORK).solve().starts();
        Instance office = withDeadlines(loose, plan);
        int slipped = mostAwaited(office, plan);
        Instance later = slip(office, slipped, plan.get(slipped).getAsInt() + 3);
        Solution mended = new Solver(later, 1, WORK).replan(plan);
        Solution anew = new Solver(later, 1, WORK).solve();
        assertThat(ScheduleChecker.check(later, mended)).isEmpty();
        assertThat(mended.missed()).containsExactlyElementsOf(mended.impossible());
        assertThat(moved(plan, mended.starts()))
                .isPositive()
                .isLessThan(120)
                .isLessThan(moved(plan, anew.starts()) / 3);
        assertThat((double) mended.objective()).isLessThan(1.005 * anew.objective());
    }

    /** One person: a library, what waits for it with a deadline, and three that wait for nothing, one after the other. */
    @Test
    void whatHasADeadlineTakesThePlaceOfWhatHasNone() {
        ProblemTask library = Instances.task(1, 1, List.of(), OptionalInt.empty(), 6);
        ProblemTask urgent = Instances.task(1, 1, List.of(new ProblemTask.Link(0, 0)), OptionalInt.of(4), 6);
        ProblemTask other = Instances.task(1, 1, List.of(), OptionalInt.empty(), 6);
        Instance later = slip(Instances.one(6, List.of(library, urgent, other, other, other)), 0, 2);
        List<OptionalInt> plan = IntStream.range(0, 5).mapToObj(OptionalInt::of).toList();
        Problem problem = new Problem(later);
        Starts mended = Repair.of(problem, new Windows(problem), Anchors.of(problem, plan));
        assertThat(mended.misses()).isZero();
        assertThat(mended.start).startsWith(2, 3).endsWith(4).doesNotContain(Starts.UNPLANNED);
    }

    @Test
    void anEarlierPlanOfNothingBindsNothing() {
        List<OptionalInt> none =
                before.starts().stream().map(it -> OptionalInt.empty()).toList();
        Solution free = new Solver(instance, 1, LITTLE).replan(none);
        assertThat(ScheduleChecker.check(instance, free)).isEmpty();
    }

    @Test
    void anEarlierPlanOutsideTheHorizonIsNotFollowed() {
        List<OptionalInt> outside =
                before.starts().stream().map(it -> OptionalInt.of(10_000)).toList();
        Solution mended = new Solver(instance, 1, LITTLE).replan(outside);
        assertThat(ScheduleChecker.check(instance, mended)).isEmpty();
        assertThat(mended.starts()).anyMatch(OptionalInt::isPresent);
    }

    @Test
    void theSameInputsGiveTheSamePlan() {
        Instance later = slip(earliest(), 5);
        assertThat(new Solver(later, 1, LITTLE).replan(before.starts()))
                .isEqualTo(new Solver(later, 1, LITTLE).replan(before.starts()));
    }

    /** A task that others wait for, planned among the first. */
    private int earliest() {
        int best = -1;
        for (int j = 0; j < 300; j++) {
            int candidate = j;
            boolean awaited = instance.tasks().stream()
                    .anyMatch(it -> it.predecessors().stream().anyMatch(link -> link.task() == candidate));
            OptionalInt start = before.starts().get(j);
            if (awaited
                    && start.isPresent()
                    && (best < 0 || start.getAsInt() < before.starts().get(best).getAsInt())) {
                best = j;
            }
        }
        return best;
    }

    /** Of the tasks that start in the first year the one that most wait for, over however many others. */
    private static int mostAwaited(Instance office, List<OptionalInt> plan) {
        int[] waiting = new int[office.tasks().size()];
        for (int j = waiting.length - 1; j >= 0; j--) {
            for (ProblemTask.Link link : office.tasks().get(j).predecessors()) {
                waiting[link.task()] += 1 + waiting[j];
            }
        }
        return IntStream.range(0, waiting.length)
                .filter(j -> plan.get(j).orElse(FIRST_YEAR) < FIRST_YEAR)
                .boxed()
                .max(Comparator.comparingInt(j -> waiting[j]))
                .orElseThrow();
    }

    private Instance slip(int slipped, int release) {
        return slip(instance, slipped, release);
    }

    private static Instance slip(Instance office, int slipped, int release) {
        List<ProblemTask> tasks = new ArrayList<>(office.tasks());
        tasks.set(
                slipped,
                with(
                        tasks.get(slipped),
                        release,
                        OptionalInt.empty(),
                        tasks.get(slipped).deadline()));
        return with(office, tasks);
    }

    /** Every eighth task has a hard deadline, at most two periods after the end that is planned for it. */
    private static Instance withDeadlines(Instance office, List<OptionalInt> plan) {
        List<ProblemTask> tasks = new ArrayList<>(office.tasks());
        for (int j = 0; j < tasks.size(); j += 8) {
            ProblemTask it = tasks.get(j);
            if (plan.get(j).isPresent()) {
                int deadline = plan.get(j).getAsInt() + it.duration() + j / 8 % 3;
                tasks.set(j, with(it, it.release(), it.latestStart(), OptionalInt.of(deadline)));
            }
        }
        return with(office, tasks);
    }

    private static Instance with(Instance office, List<ProblemTask> tasks) {
        return new Instance(office.yearOf(), office.capacities(), office.budgets(), office.calendars(), tasks);
    }

    private static ProblemTask with(ProblemTask it, int release, OptionalInt latestStart, OptionalInt deadline) {
        return new ProblemTask(
                it.duration(),
                it.demands(),
                it.pool(),
                it.cost(),
                release,
                latestStart,
                it.calendar(),
                deadline,
                it.predecessors(),
                it.costs(),
                it.dropCost(),
                it.group());
    }

    private long moved(Solution after) {
        return moved(before.starts(), after.starts());
    }

    private static long moved(List<OptionalInt> before, List<OptionalInt> after) {
        return IntStream.range(0, before.size())
                .filter(j -> !after.get(j).equals(before.get(j)))
                .count();
    }
}
