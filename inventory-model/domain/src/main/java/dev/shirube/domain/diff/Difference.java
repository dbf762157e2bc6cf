package dev.shirube.domain.diff;

import java.util.Objects;

/**
 * One thing of which two states say different.
 *
 * @param field its name, as files carry it: {@code line}, {@code algorithm}, {@code protection-months}
 * @param before what the first state says; empty where it says nothing
 * @param after what the second one says
 */
public record Difference(String field, String before, String after) {
    /** Refuses null. */
    public Difference {
        Objects.requireNonNull(field);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }
}
