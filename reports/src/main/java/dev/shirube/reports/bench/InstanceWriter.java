package dev.shirube.reports.bench;

import dev.shirube.planner.roadmap.ScheduleProof;
import dev.shirube.planner.solver.CostTable;
import dev.shirube.planner.solver.Instance;
import dev.shirube.planner.solver.ProblemTask;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the scheduling problem behind a roadmap in the bench's format, {@code shirube-roadmap-instance/1}, so that others can
 * solve it and check the plan and its certificate. Money is in thousands of yen.
 */
public final class InstanceWriter {
    private static final int QUARTERS = 4;
    /** The team of tasks that nobody does; no declared one is called so. */
    private static final String NOBODY = "(nobody)";

    private InstanceWriter() {}

    /** The problem as bytes; the same problem gives the same. */
    public static byte[] bytes(ScheduleProof proof) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json =
                JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            write(json, proof);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, ScheduleProof proof) {
        Instance instance = proof.instance();
        json.writeStartObject();
        json.writeStringProperty("format", "shirube-roadmap-instance/1");
        json.writeStringProperty("name", "roadmap from " + proof.first());
        json.writeNumberProperty("periods", instance.periods());
        json.writeNumberProperty("periods_per_year", QUARTERS);
        numbers(json, "year_of_period", instance.yearOf());
        json.writeArrayPropertyStart("teams");
        for (int team = 0; team < instance.capacities().size(); team++) {
            json.writeStartObject();
            json.writeStringProperty("id", team(proof, team));
            numbers(json, "capacity", instance.capacities().get(team));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("pools");
        for (int pool = 0; pool < proof.pools().size(); pool++) {
            json.writeStartObject();
            json.writeStringProperty("id", proof.pools().get(pool));
            numbers(json, "budget", instance.budgets().get(pool));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("calendars");
        for (int calendar = 0; calendar < instance.calendars().size(); calendar++) {
            json.writeStartObject();
            json.writeStringProperty("id", "C" + calendar);
            numbers(
                    json,
                    "finish_allowed",
                    instance.calendars().get(calendar).stream()
                            .map(it -> it ? 1 : 0)
                            .toList());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("tasks");
        for (int task = 0; task < instance.tasks().size(); task++) {
            task(json, proof, task);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void task(JsonGenerator json, ScheduleProof proof, int index) {
        ProblemTask task = proof.instance().tasks().get(index);
        json.writeStartObject();
        json.writeStringProperty("id", proof.tasks().get(index));
        json.writeStringProperty("kind", "task");
        if (task.group().isPresent()) {
            json.writeStringProperty("system", "S" + task.group().getAsInt());
        } else {
            json.writeNullProperty("system");
        }
        json.writeNumberProperty("duration", task.duration());
        json.writeArrayPropertyStart("demand");
        for (ProblemTask.Demand demand : task.demands()) {
            pair(json, team(proof, demand.team()), demand.amount());
        }
        json.writeEndArray();
        if (task.pool().isPresent()) {
            json.writeStringProperty("pool", proof.pools().get(task.pool().getAsInt()));
        } else {
            json.writeNullProperty("pool");
        }
        numbers(json, "cost", task.cost());
        json.writeNumberProperty("release", task.release());
        optional(json, "latest_start", task.latestStart());
        if (task.calendar().isPresent()) {
            json.writeStringProperty("calendar", "C" + task.calendar().getAsInt());
        } else {
            json.writeNullProperty("calendar");
        }
        optional(json, "deadline", task.deadline());
        json.writeArrayPropertyStart("preds");
        for (ProblemTask.Link link : task.predecessors()) {
            pair(json, proof.tasks().get(link.task()), link.lag());
        }
        json.writeEndArray();
        costs(json, task);
        json.writeEndObject();
    }

    /** Any table that never falls is a sum of steps: at each boundary a fixed amount for having passed the one before. */
    private static void costs(JsonGenerator json, ProblemTask task) {
        CostTable costs = task.costs();
        json.writeNumberProperty("weight", 0);
        json.writeArrayPropertyStart("steps");
        for (int boundary = 1; boundary <= costs.horizon(); boundary++) {
            long more = costs.at(boundary) - costs.at(boundary - 1);
            if (more > 0) {
                json.writeStartArray();
                json.writeNumber(boundary - 1);
                json.writeNumber(0);
                json.writeNumber(more);
                json.writeEndArray();
            }
        }
        json.writeEndArray();
        json.writeNumberProperty("drop_penalty", task.dropCost() - costs.at(costs.horizon()));
    }

    private static String team(ScheduleProof proof, int team) {
        return team < proof.teams().size() ? proof.teams().get(team) : NOBODY;
    }

    private static void pair(JsonGenerator json, String name, int number) {
        json.writeStartArray();
        json.writeString(name);
        json.writeNumber(number);
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String name, List<Integer> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void optional(JsonGenerator json, String name, OptionalInt value) {
        if (value.isPresent()) {
            json.writeNumberProperty(name, value.getAsInt());
        } else {
            json.writeNullProperty(name);
        }
    }
}
