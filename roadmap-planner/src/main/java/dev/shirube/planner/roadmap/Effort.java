package dev.shirube.planner.roadmap;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * Work and money of one task.
 *
 * @param personDays whole person-days
 * @param quarters over how many quarters it is spread evenly, at least one
 * @param assumed whether it comes from the product's planning table, which no source backs, and not from the office
 * @param yen what it costs, by the office's own rates; empty where the office declared none: that is unknown
 */
public record Effort(int personDays, int quarters, boolean assumed, OptionalLong yen) {
    /** Refuses less than nothing. */
    public Effort {
        Objects.requireNonNull(yen);
        if (personDays < 0 || quarters < 1 || yen.orElse(0) < 0) {
            throw new IllegalArgumentException("An effort has no negative days or yen and at least one quarter: "
                    + personDays + ", " + yen + ", " + quarters);
        }
    }

    /** Work of unknown cost. */
    public Effort(int personDays, int quarters, boolean assumed) {
        this(personDays, quarters, assumed, OptionalLong.empty());
    }

    /** Person-days in the quarter of that offset from the start: an even share, the remainder in the first quarters. */
    public int share(int offset) {
        return personDays / quarters + (offset < personDays % quarters ? 1 : 0);
    }
}
