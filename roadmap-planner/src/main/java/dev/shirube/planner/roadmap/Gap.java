package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import java.util.Objects;

/**
 * Something that was not looked at or not understood in a system: what the plan cannot speak of.
 *
 * @param system id of the information system
 * @param count how many inputs or rows
 * @param location the first place, as an example; empty where there is none
 */
public record Gap(String system, Text what, long count, String location) {
    /** Refuses null. */
    public Gap {
        Objects.requireNonNull(system);
        Objects.requireNonNull(what);
        Objects.requireNonNull(location);
    }
}
