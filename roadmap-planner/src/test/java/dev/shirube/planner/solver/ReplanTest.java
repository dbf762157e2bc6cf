package dev.shirube.planner.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.check.ScheduleChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplanTest {
    private static final double LITTLE = 0.1;

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

    private Instance slip(int slipped, int release) {
        List<ProblemTask> tasks = new ArrayList<>(instance.tasks());
        ProblemTask it = tasks.get(slipped);
        tasks.set(
                slipped,
                new ProblemTask(
                        it.duration(),
                        it.demands(),
                        it.pool(),
                        it.cost(),
                        release,
                        OptionalInt.empty(),
                        it.calendar(),
                        it.deadline(),
                        it.predecessors(),
                        it.costs(),
                        it.dropCost(),
                        it.group()));
        return new Instance(instance.yearOf(), instance.capacities(), instance.budgets(), instance.calendars(), tasks);
    }

    private long moved(Solution after) {
        long moved = 0;
        for (int j = 0; j < 300; j++) {
            moved += after.starts().get(j).equals(before.starts().get(j)) ? 0 : 1;
        }
        return moved;
    }
}
