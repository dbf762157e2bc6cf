package dev.shirube.domain.mapping;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What somebody decided: all that matches the pattern belongs to the system, whatever rules or scans say.
 *
 * @param system id of the information system; {@code unassigned} takes it away from any
 * @param by who decided
 * @param on as of which day
 */
public record Assignment(String system, PlacePattern pattern, String by, LocalDate on) {

    /** Refuses null and an empty id. */
    public Assignment {
        if (system.isEmpty()) {
            throw new IllegalArgumentException("An assignment needs the id of a system");
        }
        Objects.requireNonNull(pattern);
        Objects.requireNonNull(by);
        Objects.requireNonNull(on);
    }
}
