package dev.shirube.planner.roadmap;

import dev.shirube.domain.Text;
import java.util.Objects;

/**
 * Who answers for a task, as offices name it; the team that does the work is another matter.
 *
 * @param id as data and exports carry it, for example {@code pki}
 * @param label what reports print
 */
public record Role(String id, Text label) {
    /** Refuses null. */
    public Role {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
    }
}
