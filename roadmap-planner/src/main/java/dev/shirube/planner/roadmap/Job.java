package dev.shirube.planner.roadmap;

import java.util.List;
import java.util.OptionalInt;

/**
 * A task as the schedule sees it. Periods count from 0.
 *
 * @param work person-days in each of its periods
 * @param team index of the team that does it; empty for a task that no capacity bounds
 * @param charge what it takes of which budget
 * @param cutOver index of the calendar of periods in which it may end; empty for any
 * @param release first period in which it may start
 * @param bounds what of outside makes it wait until then, the latest last
 * @param aligned period from which a start is preferred, as long as the deadline is met
 * @param deadline last period in which it should end, negative where that has passed; empty where there is none
 * @param predecessors indices of tasks that must end in an earlier period than this one starts
 */
record Job(
        List<Integer> work,
        OptionalInt team,
        Charge charge,
        OptionalInt cutOver,
        int release,
        List<Bound> bounds,
        int aligned,
        OptionalInt deadline,
        List<Integer> predecessors) {

    Job {
        work = List.copyOf(work);
        bounds = List.copyOf(bounds);
        predecessors = List.copyOf(predecessors);
    }

    int duration() {
        return work.size();
    }
}
