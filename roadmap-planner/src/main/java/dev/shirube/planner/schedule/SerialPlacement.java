package dev.shirube.planner.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/** One pass of serial schedule generation; an object serves one pass. */
final class SerialPlacement {

    private static final int NONE = -1;

    private final Instance instance;
    private final Precedence precedence;
    private final int[][] free;
    private final int[] latest;
    private final int[] starts;

    SerialPlacement(Instance instance, Precedence precedence) {
        this.instance = instance;
        this.precedence = precedence;
        this.free = instance.capacities().stream()
                .map(capacity -> capacity.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.latest = precedence.latestStarts();
        this.starts = new int[instance.jobs().size()];
    }

    List<OptionalInt> place(Comparator<Integer> rule) {
        int[] open = new int[starts.length];
        PriorityQueue<Integer> ready = new PriorityQueue<>(rule);
        for (int job = 0; job < starts.length; job++) {
            open[job] = instance.jobs().get(job).predecessors().size();
            if (open[job] == 0) {
                ready.add(job);
            }
        }
        while (!ready.isEmpty()) {
            int job = ready.remove();
            starts[job] = instance.blocked().contains(job) ? NONE : start(job);
            take(job);
            for (int successor : precedence.successors(job)) {
                if (--open[successor] == 0) {
                    ready.add(successor);
                }
            }
        }
        List<OptionalInt> result = new ArrayList<>();
        for (int start : starts) {
            result.add(start == NONE ? OptionalInt.empty() : OptionalInt.of(start));
        }
        return result;
    }

    /**
     * In the preferred window if that leaves it and all that wait for it in time, otherwise as early as it fits;
     * {@link #NONE} if it fits nowhere.
     */
    private int start(int job) {
        Job it = instance.jobs().get(job);
        int earliest = it.release();
        for (int predecessor : it.predecessors()) {
            if (starts[predecessor] == NONE) {
                return NONE;
            }
            earliest = Math.max(
                    earliest,
                    starts[predecessor] + instance.jobs().get(predecessor).duration());
        }
        if (it.aligned() > earliest) {
            int aligned = firstFit(it, it.aligned());
            if (aligned != NONE && aligned <= latest[job]) {
                return aligned;
            }
        }
        return firstFit(it, earliest);
    }

    private int firstFit(Job job, int from) {
        for (int start = from; start + job.duration() <= instance.periods(); start++) {
            if (fits(job, start)) {
                return start;
            }
        }
        return NONE;
    }

    private boolean fits(Job job, int start) {
        if (job.team().isEmpty()) {
            return true;
        }
        int[] rest = free[job.team().getAsInt()];
        for (int offset = 0; offset < job.duration(); offset++) {
            if (rest[start + offset] < job.work().get(offset)) {
                return false;
            }
        }
        return true;
    }

    private void take(int job) {
        Job it = instance.jobs().get(job);
        if (starts[job] == NONE || it.team().isEmpty()) {
            return;
        }
        for (int offset = 0; offset < it.duration(); offset++) {
            free[it.team().getAsInt()][starts[job] + offset] -= it.work().get(offset);
        }
    }
}
