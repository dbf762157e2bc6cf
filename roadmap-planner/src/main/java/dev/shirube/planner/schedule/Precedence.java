package dev.shirube.planner.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the predecessors alone imply: an order, earliest starts, latest starts, and inherited urgency. */
final class Precedence {

    private final Instance instance;
    private final List<List<Integer>> successors;
    private final int[] order;

    /**
     * Orders the jobs.
     *
     * @throws IllegalArgumentException when jobs wait for each other in a circle; the message names one of them
     */
    Precedence(Instance instance) {
        this.instance = instance;
        int size = instance.jobs().size();
        successors = new ArrayList<>();
        for (int job = 0; job < size; job++) {
            successors.add(new ArrayList<>());
        }
        for (int job = 0; job < size; job++) {
            for (int predecessor : instance.jobs().get(job).predecessors()) {
                successors.get(predecessor).add(job);
            }
        }
        order = order(size);
    }

    private int[] order(int size) {
        int[] open = new int[size];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int job = 0; job < size; job++) {
            open[job] = instance.jobs().get(job).predecessors().size();
            if (open[job] == 0) {
                ready.add(job);
            }
        }
        int[] sorted = new int[size];
        int count = 0;
        while (!ready.isEmpty()) {
            int job = ready.remove();
            sorted[count++] = job;
            for (int successor : successors.get(job)) {
                if (--open[successor] == 0) {
                    ready.add(successor);
                }
            }
        }
        for (int job = 0; job < size && count < size; job++) {
            if (open[job] > 0) {
                throw new IllegalArgumentException(
                        "The job " + instance.jobs().get(job).id()
                                + " waits for itself through its predecessors. Remove one of them.");
            }
        }
        return sorted;
    }

    List<Integer> successors(int job) {
        return successors.get(job);
    }

    /** The first period in which each job could start with unlimited people. */
    int[] earliestStarts() {
        int[] earliest = new int[order.length];
        for (int job : order) {
            int start = instance.jobs().get(job).release();
            for (int predecessor : instance.jobs().get(job).predecessors()) {
                start = Math.max(
                        start,
                        earliest[predecessor] + instance.jobs().get(predecessor).duration());
            }
            earliest[job] = start;
        }
        return earliest;
    }

    /** The last period in which each job can start so that it and its successors are in time. */
    int[] latestStarts() {
        int[] latest = new int[order.length];
        for (int position = order.length - 1; position >= 0; position--) {
            int job = order[position];
            Job it = instance.jobs().get(job);
            int start = it.deadline().orElse(instance.periods() - 1) - it.duration() + 1;
            for (int successor : successors.get(job)) {
                start = Math.min(start, latest[successor] - it.duration());
            }
            latest[job] = start;
        }
        return latest;
    }

    /** The greatest urgency of each job and of all that wait for it. */
    int[] inheritedWeights() {
        int[] weights = instance.jobs().stream().mapToInt(Job::weight).toArray();
        for (int position = order.length - 1; position >= 0; position--) {
            int job = order[position];
            for (int successor : successors.get(job)) {
                weights[job] = Math.max(weights[job], weights[successor]);
            }
        }
        return weights;
    }
}
