package dev.shirube.planner.schedule;

import java.util.List;
import java.util.OptionalInt;

/**
 * Where each job starts, by its index in the instance; empty for one that could not be placed.
 *
 * @param rule name of the priority rule that gave it
 */
public record Schedule(List<OptionalInt> starts, String rule) {
    /** Keeps an unmodifiable copy. */
    public Schedule {
        starts = List.copyOf(starts);
    }
}
