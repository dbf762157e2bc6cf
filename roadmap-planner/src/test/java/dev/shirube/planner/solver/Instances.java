package dev.shirube.planner.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** Problems for tests. */
public final class Instances {

    private Instances() {}

    /** Five tasks, so few that every plan can be looked at. */
    public static Instance tiny(int seed) {
        return random(5, new Random(seed));
    }

    /** Periods of two fiscal years or more, one team, one budget, a freeze, links, windows and deadlines. */
    public static Instance random(int size, Random random) {
        int periods = size <= 5 ? 6 : 24;
        int[] yearOf = new int[periods];
        List<Boolean> mayEnd = new ArrayList<>();
        int[] capacity = new int[periods];
        int scarce = Math.max(3, size / 5);
        for (int p = 0; p < periods; p++) {
            yearOf[p] = p / 3;
            mayEnd.add(p % 3 < 2);
            capacity[p] = scarce + random.nextInt(3);
        }
        int[] budget = new int[yearOf[periods - 1] + 1];
        for (int y = 0; y < budget.length; y++) {
            budget[y] = 2 * scarce + random.nextInt(5);
        }
        List<ProblemTask> tasks = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            tasks.add(random(j, periods, random));
        }
        return new Instance(boxed(yearOf), List.of(boxed(capacity)), List.of(boxed(budget)), List.of(mayEnd), tasks);
    }

    /** One team that has one person in every period. */
    static Instance one(int periods, List<ProblemTask> tasks) {
        return new Instance(
                Collections.nCopies(periods, 0), List.of(Collections.nCopies(periods, 1)), List.of(), List.of(), tasks);
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static ProblemTask random(int j, int periods, Random random) {
        int duration = 1 + random.nextInt(2);
        List<ProblemTask.Link> links = new ArrayList<>();
        if (j > 0 && random.nextInt(2) == 0) {
            links.add(new ProblemTask.Link(random.nextInt(j), random.nextInt(2) - 1));
        }
        long[] costs = new long[periods + 1];
        int weight = 1 + random.nextInt(9);
        int due = random.nextInt(periods);
        for (int c = 0; c <= periods; c++) {
            costs[c] = (long) weight * c + (c > due ? 10L * weight : 0);
        }
        List<Integer> cost = new ArrayList<>();
        for (int o = 0; o < duration; o++) {
            cost.add(random.nextInt(4));
        }
        return new ProblemTask(
                duration,
                List.of(new ProblemTask.Demand(0, 1 + random.nextInt(2))),
                OptionalInt.of(0),
                cost,
                random.nextInt(2),
                random.nextInt(4) == 0 ? OptionalInt.of(periods - duration - 1) : OptionalInt.empty(),
                random.nextInt(3) == 0 ? OptionalInt.of(0) : OptionalInt.empty(),
                random.nextInt(4) == 0 ? OptionalInt.of(periods - random.nextInt(2)) : OptionalInt.empty(),
                links,
                CostTable.of(costs),
                costs[periods] + 5L * weight,
                OptionalInt.of(j / 3));
    }

    static ProblemTask task(int duration, int weight, List<ProblemTask.Link> links, OptionalInt deadline, int periods) {
        long[] costs = new long[periods + 1];
        for (int c = 0; c <= periods; c++) {
            costs[c] = (long) weight * c;
        }
        return new ProblemTask(
                duration,
                List.of(new ProblemTask.Demand(0, 1)),
                OptionalInt.empty(),
                new ArrayList<>(Collections.nCopies(duration, 0)),
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                deadline,
                links,
                CostTable.of(costs),
                1_000,
                OptionalInt.empty());
    }
}
