package dev.shirube.planner.roadmap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What follows from precedence alone: when each task could start with unlimited people, and what it inherits. */
final class Chains {
    private final List<List<Integer>> before;
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();

    /** The chains of tasks that wait for those; there is no circle among them. */
    Chains(List<List<Integer>> before) {
        this.before = before;
        int[] open = new int[before.size()];
        before.forEach(it -> after.add(new ArrayList<>()));
        for (int task = 0; task < before.size(); task++) {
            for (int earlier : before.get(task)) {
                after.get(earlier).add(task);
            }
            open[task] = before.get(task).size();
            if (open[task] == 0) {
                order.add(task);
            }
        }
        for (int at = 0; at < order.size(); at++) {
            for (int later : after.get(order.get(at))) {
                if (--open[later] == 0) {
                    order.add(later);
                }
            }
        }
    }

    /** The first period in which each task could start. */
    int[] earliest(int[] releases, int[] durations) {
        int[] earliest = releases.clone();
        for (int task : order) {
            for (int earlier : before.get(task)) {
                earliest[task] = Math.max(earliest[task], earliest[earlier] + durations[earlier]);
            }
        }
        return earliest;
    }

    /** For each task the greatest of its own number and those of all that wait for it. */
    int[] greatest(int[] own) {
        int[] greatest = own.clone();
        for (int at = order.size() - 1; at >= 0; at--) {
            for (int later : after.get(order.get(at))) {
                greatest[order.get(at)] = Math.max(greatest[order.get(at)], greatest[later]);
            }
        }
        return greatest;
    }

    /** Those tasks and all that they wait for. */
    Set<Integer> withAllBefore(List<Integer> tasks) {
        Set<Integer> all = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(tasks);
        while (!open.isEmpty()) {
            int task = open.remove();
            if (all.add(task)) {
                open.addAll(before.get(task));
            }
        }
        return all;
    }
}
