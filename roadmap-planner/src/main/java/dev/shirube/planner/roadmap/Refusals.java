package dev.shirube.planner.roadmap;

import dev.shirube.planner.solver.Instance;
import dev.shirube.planner.solver.ProblemTask;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What of a finished plan refuses a task in a period: read from the problem and its answer, for whoever explains them. */
final class Refusals {
    private final Plan plan;
    private final Instance instance;
    private final List<OptionalInt> starts;
    private final long[][] people;
    private final long[][] money;

    Refusals(Plan plan, ScheduleProof proof) {
        this.plan = plan;
        this.instance = proof.instance();
        this.starts = proof.solution().starts();
        this.people = longs(instance.capacities());
        this.money = longs(instance.budgets());
        for (int job = 0; job < instance.tasks().size(); job++) {
            if (starts.get(job).isPresent()) {
                take(job, starts.get(job).getAsInt(), -1);
            }
        }
    }

    private static long[][] longs(List<List<Integer>> rows) {
        return rows.stream()
                .map(row -> row.stream().mapToLong(Integer::longValue).toArray())
                .toArray(long[][]::new);
    }

    private void take(int job, int start, int sign) {
        ProblemTask task = instance.tasks().get(job);
        for (int offset = 0; offset < task.duration(); offset++) {
            for (ProblemTask.Demand demand : task.demands()) {
                people[demand.team()][start + offset] += (long) sign * demand.amount();
            }
            if (task.pool().isPresent()) {
                money[task.pool().getAsInt()][instance.yearOf().get(start + offset)] +=
                        (long) sign * task.cost().get(offset);
            }
        }
    }

    /** Everything that refuses the job a start in that period; it is not in its own way. */
    List<Refusal> at(int job, int start) {
        OptionalInt own = starts.get(job);
        own.ifPresent(it -> take(job, it, 1));
        List<Refusal> found = new ArrayList<>();
        outside(job, start, found);
        predecessors(job, start, found);
        if (start + instance.tasks().get(job).duration() <= instance.periods()) {
            freeze(job, start, found);
            capacity(job, start, found);
            budget(job, start, found);
        }
        own.ifPresent(it -> take(job, it, -1));
        return found;
    }

    private void outside(int job, int start, List<Refusal> found) {
        List<Bound> bounds = plan.job(job).bounds();
        for (int i = bounds.size() - 1; i >= 0; i--) {
            if (bounds.get(i).period() > start) {
                found.add(new Refusal(bounds.get(i).kind(), i, bounds.get(i).period(), 0));
            }
        }
        int release = instance.tasks().get(job).release();
        if (found.isEmpty() && release > start) {
            boolean renewal = plan.job(job).release() <= start;
            found.add(new Refusal(renewal ? Reason.Kind.RENEWAL : Reason.Kind.WAIT, 0, release, 0));
        }
    }

    private void predecessors(int job, int start, List<Refusal> found) {
        for (ProblemTask.Link link : instance.tasks().get(job).predecessors()) {
            OptionalInt before = starts.get(link.task());
            int from = before.isEmpty()
                    ? Integer.MAX_VALUE
                    : before.getAsInt() + instance.tasks().get(link.task()).duration() + link.lag();
            if (from > start) {
                found.add(new Refusal(Reason.Kind.PREDECESSOR, link.task(), from, 0));
            }
        }
    }

    private void freeze(int job, int start, List<Refusal> found) {
        ProblemTask task = instance.tasks().get(job);
        int end = start + task.duration() - 1;
        if (task.calendar().isPresent()
                && !instance.calendars().get(task.calendar().getAsInt()).get(end)) {
            found.add(new Refusal(Reason.Kind.FREEZE, task.calendar().getAsInt(), end, 0));
        }
    }

    private void capacity(int job, int start, List<Refusal> found) {
        ProblemTask task = instance.tasks().get(job);
        for (ProblemTask.Demand demand : task.demands()) {
            int worst = -1;
            long missing = 0;
            for (int period = start; period < start + task.duration(); period++) {
                long lack = demand.amount() - people[demand.team()][period];
                if (lack > missing) {
                    missing = lack;
                    worst = period;
                }
            }
            if (missing > 0) {
                found.add(new Refusal(Reason.Kind.CAPACITY, demand.team(), worst, missing));
            }
        }
    }

    private void budget(int job, int start, List<Refusal> found) {
        ProblemTask task = instance.tasks().get(job);
        if (task.pool().isEmpty()) {
            return;
        }
        long[] lack = new long[instance.yearOf().get(instance.periods() - 1) + 1];
        for (int offset = 0; offset < task.duration(); offset++) {
            lack[instance.yearOf().get(start + offset)] += task.cost().get(offset);
        }
        for (int year = 0; year < lack.length; year++) {
            long missing = lack[year] - money[task.pool().getAsInt()][year];
            if (lack[year] > 0 && missing > 0) {
                found.add(new Refusal(Reason.Kind.BUDGET, task.pool().getAsInt(), year, missing));
            }
        }
    }
}
