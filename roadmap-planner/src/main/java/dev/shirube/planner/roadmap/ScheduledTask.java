package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.planner.risk.Score;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A task and where it stands in the plan.
 *
 * @param order from 1: the row of the roadmap; tasks without a use seen stand last
 * @param start first quarter of work; empty for a task that could not be placed
 * @param finish last quarter of work, inclusive; present exactly where {@code start} is
 * @param personDays work in each quarter; empty where the team's capacity is not declared
 * @param late whether it is finished after its deadline, or cannot be placed at all
 * @param needs what would have to be given for it to be in time; present exactly where {@code late}
 * @param planned score at the planned completion; empty where the task has none or is not placed
 * @param reasons why this quarter; the task's own reasons are in {@link MigrationTask#reasons()}
 * @param holds what keeps it from starting a quarter earlier, or from having a place; empty where it starts at once
 */
public record ScheduledTask(
        MigrationTask task,
        int order,
        Optional<FiscalQuarter> start,
        Optional<FiscalQuarter> finish,
        SortedMap<FiscalQuarter, Integer> personDays,
        boolean late,
        Optional<Text> needs,
        Optional<Score> planned,
        List<Reason> reasons,
        List<Hold> holds) {

    /** Keeps unmodifiable copies; refuses half a placement, and lateness without a word on what is needed. */
    public ScheduledTask {
        Objects.requireNonNull(task);
        personDays = Collections.unmodifiableSortedMap(new TreeMap<>(personDays));
        Objects.requireNonNull(planned);
        reasons = List.copyOf(reasons);
        holds = List.copyOf(holds);
        if (start.isPresent() != finish.isPresent()) {
            throw new IllegalArgumentException("The task " + task.id() + " has only half a placement");
        }
        if (late != needs.isPresent()) {
            throw new IllegalArgumentException("The task " + task.id() + " is late if and only if it needs something");
        }
    }

    /** A task of which nobody asks what holds it. */
    public ScheduledTask(
            MigrationTask task,
            int order,
            Optional<FiscalQuarter> start,
            Optional<FiscalQuarter> finish,
            SortedMap<FiscalQuarter, Integer> personDays,
            boolean late,
            Optional<Text> needs,
            Optional<Score> planned,
            List<Reason> reasons) {
        this(task, order, start, finish, personDays, late, needs, planned, reasons, List.of());
    }
}
