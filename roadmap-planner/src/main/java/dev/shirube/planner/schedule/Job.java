package dev.shirube.planner.schedule;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One piece of work that runs without interruption. Periods count from 0.
 *
 * @param id breaks ties, so that equal inputs give equal plans
 * @param work work in each of its periods, in the unit of the capacities; its length is the duration
 * @param team index of the team that does it; empty for a job that no capacity bounds
 * @param release first period in which it may start
 * @param aligned period from which a start is preferred, as long as the deadline is met
 * @param deadline last period in which it should end; empty where there is none
 * @param weight urgency, from 0
 * @param predecessors indices of jobs that must end in an earlier period than this one starts
 */
public record Job(
        String id,
        List<Integer> work,
        OptionalInt team,
        int release,
        int aligned,
        OptionalInt deadline,
        int weight,
        List<Integer> predecessors) {

    /** Keeps unmodifiable copies; refuses a job without a period, and negative work, weight or release. */
    public Job {
        Objects.requireNonNull(id);
        work = List.copyOf(work);
        Objects.requireNonNull(team);
        Objects.requireNonNull(deadline);
        predecessors = List.copyOf(predecessors);
        if (work.isEmpty() || release < 0 || weight < 0 || work.stream().anyMatch(amount -> amount < 0)) {
            throw new IllegalArgumentException(
                    "The job " + id + " needs at least one period, and no negative work, weight or release");
        }
    }

    /** In how many periods it runs. */
    public int duration() {
        return work.size();
    }

    /** The sum of its work. */
    public int totalWork() {
        return work.stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether an end in that period is in time. */
    boolean inTime(int end) {
        return deadline.isEmpty() || end <= deadline.getAsInt();
    }
}
