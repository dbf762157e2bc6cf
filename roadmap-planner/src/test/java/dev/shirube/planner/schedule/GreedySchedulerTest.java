package dev.shirube.planner.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GreedySchedulerTest {

    @Test
    void theUrgentJobGoesFirstWhereTheTeamCanDoOnlyOne() {
        Instance instance = instance(4, 5, job("a", 5, 10), job("b", 5, 90));
        assertThat(GreedyScheduler.solve(instance).starts()).containsExactly(OptionalInt.of(1), OptionalInt.of(0));
    }

    @Test
    void equalJobsGoInTheOrderOfTheirIds() {
        Instance instance = instance(4, 5, job("b", 5, 50), job("a", 5, 50));
        assertThat(GreedyScheduler.solve(instance).starts()).containsExactly(OptionalInt.of(1), OptionalInt.of(0));
    }

    @Test
    void aJobInheritsTheUrgencyOfWhatWaitsForIt() {
        Job library = job("library", 5, 0);
        Job other = job("other", 5, 50);
        Job application = new Job("z", List.of(5), OptionalInt.of(0), 0, 0, OptionalInt.empty(), 90, List.of(0));
        Instance instance = instance(4, 5, library, other, application);
        assertThat(GreedyScheduler.solve(instance).starts())
                .containsExactly(OptionalInt.of(0), OptionalInt.of(2), OptionalInt.of(1));
    }

    @Test
    void aDeadlineIsKeptEvenWhereUrgencyAloneWouldMissIt() {
        Job urgent = new Job("urgent", List.of(5, 5), OptionalInt.of(0), 0, 0, OptionalInt.empty(), 90, List.of());
        Job due = new Job("due", List.of(5), OptionalInt.of(0), 0, 0, OptionalInt.of(0), 10, List.of());
        Schedule schedule = GreedyScheduler.solve(instance(4, 5, urgent, due));
        assertThat(schedule.starts()).containsExactly(OptionalInt.of(1), OptionalInt.of(0));
        assertThat(schedule.rule()).isEqualTo("latest start");
    }

    @Test
    void anAlignedJobWaitsUnlessItWouldMissItsDeadline() {
        Job aligned = new Job("a", List.of(5), OptionalInt.of(0), 0, 2, OptionalInt.of(3), 10, List.of());
        Job pressed = new Job("b", List.of(5), OptionalInt.of(0), 0, 3, OptionalInt.of(1), 10, List.of());
        assertThat(GreedyScheduler.solve(instance(4, 5, aligned, pressed)).starts())
                .containsExactly(OptionalInt.of(2), OptionalInt.of(0));
    }

    @Test
    void whatFitsNowhereHasNoStartAndNeitherHasWhatWaitsForIt() {
        Job big = job("big", 6, 10);
        Job waiting = new Job("w", List.of(1), OptionalInt.of(0), 0, 0, OptionalInt.empty(), 10, List.of(0));
        assertThat(GreedyScheduler.solve(instance(4, 5, big, waiting)).starts())
                .containsExactly(OptionalInt.empty(), OptionalInt.empty());
    }

    @Test
    void aCircleIsRefusedByName() {
        Job one = new Job("one", List.of(1), OptionalInt.of(0), 0, 0, OptionalInt.empty(), 1, List.of(1));
        Job two = new Job("two", List.of(1), OptionalInt.of(0), 0, 0, OptionalInt.empty(), 1, List.of(0));
        assertThatThrownBy(() -> GreedyScheduler.solve(instance(4, 5, one, two)))
                .hasMessageContaining("one");
    }

    @Test
    void randomPlansKeepEveryConstraint() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Instance instance = random(random);
            List<OptionalInt> starts = GreedyScheduler.solve(instance).starts();
            assertThat(starts)
                    .as("seed %d", seed)
                    .isEqualTo(GreedyScheduler.solve(instance).starts());
            int[][] used = new int[instance.capacities().size()][instance.periods()];
            for (int index = 0; index < starts.size(); index++) {
                Job job = instance.jobs().get(index);
                if (starts.get(index).isEmpty()) {
                    continue;
                }
                int start = starts.get(index).getAsInt();
                assertThat(start).isGreaterThanOrEqualTo(job.release());
                for (int predecessor : job.predecessors()) {
                    assertThat(starts.get(predecessor).orElseThrow()
                                    + instance.jobs().get(predecessor).duration())
                            .isLessThanOrEqualTo(start);
                }
                for (int offset = 0; offset < job.duration(); offset++) {
                    used[job.team().getAsInt()][start + offset] += job.work().get(offset);
                }
            }
            for (int team = 0; team < used.length; team++) {
                for (int period = 0; period < instance.periods(); period++) {
                    assertThat(used[team][period])
                            .isLessThanOrEqualTo(instance.capacities().get(team).get(period));
                }
            }
        }
    }

    private static Instance random(Random random) {
        int periods = 4 + random.nextInt(10);
        List<List<Integer>> capacities = new ArrayList<>();
        for (int team = 0; team < 2; team++) {
            capacities.add(random.ints(periods, 0, 12).boxed().toList());
        }
        List<Job> jobs = new ArrayList<>();
        for (int job = 0; job < 20; job++) {
            int index = job;
            List<Integer> work =
                    random.ints(1 + random.nextInt(3), 0, 8).boxed().toList();
            List<Integer> predecessors = IntStream.range(0, job)
                    .filter(it -> random.nextInt(6) == 0 && it != index)
                    .boxed()
                    .toList();
            OptionalInt deadline = random.nextBoolean() ? OptionalInt.of(random.nextInt(periods)) : OptionalInt.empty();
            jobs.add(new Job(
                    "j" + job,
                    work,
                    OptionalInt.of(random.nextInt(2)),
                    random.nextInt(3),
                    random.nextInt(periods),
                    deadline,
                    random.nextInt(100),
                    predecessors));
        }
        return new Instance(periods, capacities, jobs, Set.of());
    }

    private static Job job(String id, int work, int weight) {
        return new Job(id, List.of(work), OptionalInt.of(0), 0, 0, OptionalInt.empty(), weight, List.of());
    }

    private static Instance instance(int periods, int capacity, Job... jobs) {
        return new Instance(periods, List.of(Collections.nCopies(periods, capacity)), List.of(jobs), Set.of());
    }
}
