package dev.shirube.planner.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.solver.Certificate;
import dev.shirube.planner.solver.Instance;
import dev.shirube.planner.solver.Instances;
import dev.shirube.planner.solver.Solution;
import dev.shirube.planner.solver.Solver;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleCheckerTest {
    private final Instance instance = Instances.random(60, new Random(11));
    private final Solution solution = new Solver(instance, 1, 0.1).solve();

    @Test
    void aSolvedScheduleHolds() {
        assertThat(ScheduleChecker.check(instance, solution)).isEmpty();
        assertThat(solution.bound()).isPresent();
    }

    @Test
    void aTaskThatIsMovedIsNoticed() {
        for (int j = 0; j < 60; j++) {
            int index = j;
            solution.starts().get(j).ifPresent(start -> {
                assertThat(kinds(withStart(index, OptionalInt.of(start + 1)))).isNotEmpty();
                assertThat(kinds(withStart(index, OptionalInt.of(-1)))).contains(Violation.Kind.WINDOW);
                assertThat(kinds(withStart(index, OptionalInt.of(instance.periods()))))
                        .contains(Violation.Kind.WINDOW);
                assertThat(kinds(withStart(index, OptionalInt.empty()))).contains(Violation.Kind.COST);
            });
        }
    }

    @Test
    void allAtOnceIsMoreThanThereIs() {
        List<OptionalInt> starts =
                solution.starts().stream().map(it -> OptionalInt.of(3)).toList();
        assertThat(kinds(with(starts, solution.objective(), solution.bound(), solution.certificate())))
                .contains(
                        Violation.Kind.CAPACITY, Violation.Kind.BUDGET, Violation.Kind.PRECEDENCE, Violation.Kind.COST);
    }

    @Test
    void aBoundThatDoesNotFollowIsNoticed() {
        long bound = solution.bound().orElseThrow();
        assertThat(kinds(with(
                        solution.starts(), solution.objective(), OptionalLong.of(bound + 1), solution.certificate())))
                .containsExactly(Violation.Kind.BOUND);
        List<List<Long>> cheaper = solution.certificate().teams().stream()
                .map(row -> row.stream().map(price -> price + 500).toList())
                .toList();
        Certificate other = new Certificate(
                solution.certificate().scale(),
                solution.certificate().budgetScale(),
                cheaper,
                solution.certificate().pools(),
                solution.certificate().links());
        assertThat(kinds(with(solution.starts(), solution.objective(), solution.bound(), other)))
                .containsExactly(Violation.Kind.BOUND);
    }

    @Test
    void aScheduleOfAnotherProblemIsNotJudgedTaskByTask() {
        assertThat(kinds(with(List.of(), 0, OptionalLong.empty(), solution.certificate())))
                .containsExactly(Violation.Kind.COVERAGE);
    }

    private Solution withStart(int task, OptionalInt start) {
        List<OptionalInt> starts = new ArrayList<>(solution.starts());
        starts.set(task, start);
        return with(starts, solution.objective(), solution.bound(), solution.certificate());
    }

    private Solution with(List<OptionalInt> starts, long objective, OptionalLong bound, Certificate certificate) {
        return new Solution(starts, objective, solution.missed(), solution.impossible(), bound, certificate);
    }

    private List<Violation.Kind> kinds(Solution changed) {
        return ScheduleChecker.check(instance, changed).stream()
                .map(Violation::kind)
                .distinct()
                .toList();
    }
}
