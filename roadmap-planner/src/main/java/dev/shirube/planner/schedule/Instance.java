package dev.shirube.planner.schedule;

import java.util.List;
import java.util.Set;

/**
 * A scheduling problem: jobs to place in a number of periods under the capacities of teams.
 *
 * @param periods number of periods, from 0
 * @param capacities for each team the capacity of each period
 * @param blocked indices of jobs that cannot be placed, because nobody is there to do them
 */
public record Instance(int periods, List<List<Integer>> capacities, List<Job> jobs, Set<Integer> blocked) {

    /** Keeps unmodifiable copies; refuses capacities of another length than the horizon. */
    public Instance {
        capacities = capacities.stream().map(List::copyOf).toList();
        jobs = List.copyOf(jobs);
        blocked = Set.copyOf(blocked);
        for (List<Integer> capacity : capacities) {
            if (capacity.size() != periods) {
                throw new IllegalArgumentException(
                        "A team has " + capacity.size() + " periods of capacity where " + periods + " are planned");
            }
        }
    }
}
