package dev.shirube.reports.bench;

import dev.shirube.planner.solver.CostTable;
import dev.shirube.planner.solver.Instance;
import dev.shirube.planner.solver.ProblemTask;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads a scheduling problem of the bench, {@code shirube-roadmap-instance/1} in JSON. */
public final class InstanceReader {
    private static final String FORMAT = "shirube-roadmap-instance/1";
    private static final int MOST_PERIODS = 2_000;

    private final JsonValues document;
    private final int[] yearOf;
    private final Map<String, Integer> teams = new HashMap<>();
    private final Map<String, Integer> pools = new HashMap<>();
    private final Map<String, Integer> calendars = new HashMap<>();
    private final Map<String, Integer> tasks = new HashMap<>();
    private final Map<String, Integer> systems = new HashMap<>();

    private InstanceReader(JsonValues document) throws BenchFormatException {
        this.document = document;
        if (!document.at("format").text().equals(FORMAT)) {
            throw new BenchFormatException("the format is not " + FORMAT);
        }
        int periods = (int) document.at("periods").number(1, MOST_PERIODS);
        yearOf = document.at("year_of_period").integers(periods);
        for (int p = 0; p < periods; p++) {
            int step = yearOf[p] - (p == 0 ? 0 : yearOf[p - 1]);
            if (step < 0 || step > 1 || p == 0 && step > 0) {
                throw new BenchFormatException("year_of_period must rise by 0 or 1 from 0");
            }
        }
    }

    /**
     * The problem that these bytes describe.
     *
     * @throws BenchFormatException when they describe none
     */
    public static BenchInstance read(byte[] json) throws BenchFormatException {
        return new InstanceReader(JsonValues.read(json)).instance(sha256(json));
    }

    private BenchInstance instance(String sha256) throws BenchFormatException {
        int periods = yearOf.length;
        List<List<Integer>> capacities = new ArrayList<>();
        for (JsonValues team : named("teams", teams)) {
            capacities.add(boxed(team.at("capacity").integers(periods)));
        }
        List<List<Integer>> budgets = new ArrayList<>();
        for (JsonValues pool : named("pools", pools)) {
            budgets.add(boxed(pool.at("budget").integers(yearOf[periods - 1] + 1)));
        }
        List<List<Boolean>> freezes = new ArrayList<>();
        for (JsonValues calendar : named("calendars", calendars)) {
            freezes.add(boxed(calendar.at("finish_allowed").integers(periods)).stream()
                    .map(it -> it != 0)
                    .toList());
        }
        List<ProblemTask> read = new ArrayList<>();
        List<JsonValues> all = named("tasks", tasks);
        for (JsonValues task : all) {
            read.add(task(task));
        }
        try {
            return new BenchInstance(
                    document.at("name").isNull() ? "" : document.at("name").text(),
                    sha256,
                    ids(teams),
                    ids(pools),
                    ids(tasks),
                    new Instance(boxed(yearOf), capacities, budgets, freezes, read));
        } catch (IllegalArgumentException e) {
            throw new BenchFormatException(e.getMessage());
        }
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private List<JsonValues> named(String list, Map<String, Integer> index) throws BenchFormatException {
        List<JsonValues> items = document.at(list).items();
        for (JsonValues item : items) {
            String id = item.at("id").text();
            if (index.putIfAbsent(id, index.size()) != null) {
                throw new BenchFormatException(item.place() + ": the id " + id + " stands twice");
            }
        }
        return items;
    }

    private static List<String> ids(Map<String, Integer> index) {
        String[] ids = new String[index.size()];
        index.forEach((id, at) -> ids[at] = id);
        return List.of(ids);
    }

    private ProblemTask task(JsonValues task) throws BenchFormatException {
        int duration = (int) task.at("duration").number(1, yearOf.length);
        List<ProblemTask.Demand> demands = new ArrayList<>();
        for (JsonValues demand : task.at("demand").items()) {
            List<JsonValues> pair = pair(demand);
            demands.add(new ProblemTask.Demand(
                    index(pair.get(0), teams), pair.get(1).integer(1)));
        }
        List<ProblemTask.Link> predecessors = new ArrayList<>();
        for (JsonValues predecessor : task.at("preds").items()) {
            List<JsonValues> pair = pair(predecessor);
            predecessors.add(new ProblemTask.Link(
                    index(pair.get(0), tasks), (int) pair.get(1).number(-yearOf.length, yearOf.length)));
        }
        List<Integer> cost = new ArrayList<>();
        for (int each : task.at("cost").integers(duration)) {
            cost.add(each);
        }
        long[] costAt = costs(task);
        try {
            return new ProblemTask(
                    duration,
                    demands,
                    optionalIndex(task.at("pool"), pools),
                    cost,
                    task.at("release").integer(0),
                    task.at("latest_start").optionalInteger(),
                    optionalIndex(task.at("calendar"), calendars),
                    task.at("deadline").optionalInteger(),
                    predecessors,
                    CostTable.of(costAt),
                    costAt[yearOf.length] + task.at("drop_penalty").integer(0),
                    group(task.at("system")));
        } catch (IllegalArgumentException e) {
            throw new BenchFormatException(task.place() + ": " + e.getMessage());
        }
    }

    private static List<JsonValues> pair(JsonValues value) throws BenchFormatException {
        List<JsonValues> pair = value.items();
        if (pair.size() != 2) {
            throw new BenchFormatException(value.place() + ": a pair is needed");
        }
        return pair;
    }

    /** A weight for each period, and steps: from a due date on a rate for each period, and once a fixed amount. */
    private long[] costs(JsonValues task) throws BenchFormatException {
        long weight = task.at("weight").integer(0);
        long[] costs = new long[yearOf.length + 1];
        for (int c = 0; c < costs.length; c++) {
            costs[c] = weight * c;
        }
        for (JsonValues step : task.at("steps").items()) {
            int[] dueRateFixed = step.integers(3);
            for (int c = dueRateFixed[0] + 1; c < costs.length; c++) {
                costs[c] += (long) dueRateFixed[1] * (c - dueRateFixed[0]) + dueRateFixed[2];
            }
        }
        return costs;
    }

    private OptionalInt group(JsonValues system) throws BenchFormatException {
        return system.isNull()
                ? OptionalInt.empty()
                : OptionalInt.of(systems.computeIfAbsent(system.text(), it -> systems.size()));
    }

    private static OptionalInt optionalIndex(JsonValues id, Map<String, Integer> index) throws BenchFormatException {
        return id.isNull() ? OptionalInt.empty() : OptionalInt.of(index(id, index));
    }

    private static int index(JsonValues id, Map<String, Integer> index) throws BenchFormatException {
        Integer known = index.get(id.text());
        if (known == null) {
            throw new BenchFormatException(id.place() + ": nothing is called " + id.text());
        }
        return known;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
