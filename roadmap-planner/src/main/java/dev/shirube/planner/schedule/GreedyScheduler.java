package dev.shirube.planner.schedule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Serial schedule generation: jobs are taken one after another by a priority rule, each into the first periods that its
 * predecessors, its window and its team allow. Three rules are tried and the best plan is kept: fewest jobs late or left
 * out, then least urgency-weighted end, then the order of the rules.
 *
 * <p>The result depends on nothing but the instance; ties are broken by the jobs' ids.
 */
public final class GreedyScheduler {

    private record Rule(String name, Comparator<Integer> order) {}

    private GreedyScheduler() {}

    /** The best plan of the three rules; jobs that fit nowhere, and those that wait for them, have no start. */
    public static Schedule solve(Instance instance) {
        Precedence precedence = new Precedence(instance);
        Schedule best = null;
        Quality bestQuality = null;
        for (Rule rule : rules(instance, precedence)) {
            List<OptionalInt> starts = new SerialPlacement(instance, precedence).place(rule.order());
            Quality quality = Quality.of(instance, starts);
            if (bestQuality == null || quality.compareTo(bestQuality) < 0) {
                best = new Schedule(starts, rule.name());
                bestQuality = quality;
            }
        }
        return best;
    }

    /** The first period in which each job could start with unlimited people, by its index. */
    public static List<Integer> earliestStarts(Instance instance) {
        return Arrays.stream(new Precedence(instance).earliestStarts()).boxed().toList();
    }

    private static List<Rule> rules(Instance instance, Precedence precedence) {
        int[] weights = precedence.inheritedWeights();
        int[] latest = precedence.latestStarts();
        List<Job> jobs = instance.jobs();
        Comparator<Integer> id =
                Comparator.comparing((Integer job) -> jobs.get(job).id());
        Comparator<Integer> urgent = Comparator.comparingInt((Integer job) -> -weights[job]);
        Comparator<Integer> tight = Comparator.comparingInt((Integer job) -> latest[job]);
        Comparator<Integer> dense = (one, two) -> Long.compare(
                (long) weights[two] * Math.max(1, jobs.get(one).totalWork()),
                (long) weights[one] * Math.max(1, jobs.get(two).totalWork()));
        return List.of(
                new Rule("urgency", urgent.thenComparing(tight).thenComparing(id)),
                new Rule("latest start", tight.thenComparing(urgent).thenComparing(id)),
                new Rule("urgency per work", dense.thenComparing(tight).thenComparing(id)));
    }

    /** How good a plan is; less is better. */
    private record Quality(int missed, long weightedEnd) implements Comparable<Quality> {

        static Quality of(Instance instance, List<OptionalInt> starts) {
            int missed = 0;
            long sum = 0;
            for (int index = 0; index < starts.size(); index++) {
                Job job = instance.jobs().get(index);
                OptionalInt start = starts.get(index);
                int end = start.isPresent() ? start.getAsInt() + job.duration() - 1 : 2 * instance.periods();
                missed += start.isEmpty() || !job.inTime(end) ? 1 : 0;
                sum += (long) job.weight() * end;
            }
            return new Quality(missed, sum);
        }

        @Override
        public int compareTo(Quality other) {
            int order = Integer.compare(missed, other.missed);
            return order != 0 ? order : Long.compare(weightedEnd, other.weightedEnd);
        }
    }
}
