package dev.shirube.domain.resources;

import java.util.Objects;

/**
 * How much work and money one unit of a kind of task takes.
 *
 * @param task id of the kind of task, as the planner names it
 * @param unit what is counted
 * @param tenths work in tenths of a person-day
 * @param yen money in whole yen
 * @param note free text
 */
public record EffortRate(String task, EffortUnit unit, Estimate tenths, Estimate yen, String note) implements Resource {

    /** Refuses an empty kind of task, and a rate that says nothing. */
    public EffortRate {
        if (task.isEmpty()) {
            throw new IllegalArgumentException("An effort needs a kind of task");
        }
        Objects.requireNonNull(unit);
        if (!tenths.known() && !yen.known()) {
            throw new IllegalArgumentException("An effort needs person-days or yen");
        }
        Objects.requireNonNull(note);
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.EFFORT;
    }

    @Override
    public String key() {
        return task + "/" + unit.id();
    }
}
