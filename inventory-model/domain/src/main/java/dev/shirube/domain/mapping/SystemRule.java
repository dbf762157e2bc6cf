package dev.shirube.domain.mapping;

import java.util.Objects;

/**
 * What matches the pattern belongs to the system.
 *
 * @param system id of the information system
 * @param origin where the rule stands, for example {@code shirube.yaml:12}
 */
public record SystemRule(String system, PlacePattern pattern, String origin) {

    /** Refuses null and an empty id. */
    public SystemRule {
        if (system.isEmpty()) {
            throw new IllegalArgumentException("A rule needs the id of a system");
        }
        Objects.requireNonNull(pattern);
        Objects.requireNonNull(origin);
    }
}
