package dev.shirube.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * A value that an owner declared, or did not declare yet: unknown is kept as unknown, never filled with a default.
 *
 * @param value what was declared
 * @param origin where it was declared, for example {@code systems.csv:7}
 * @param by who declared it; empty if not said
 * @param on ISO 8601 date of the declaration; empty if not said
 */
public record Declaration<T>(Optional<T> value, String origin, String by, String on) {

    /** Refuses null. */
    public Declaration {
        Objects.requireNonNull(value);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(by);
        Objects.requireNonNull(on);
    }

    /** Not declared. */
    public static <T> Declaration<T> unknown() {
        return new Declaration<>(Optional.empty(), "", "", "");
    }

    /** Declared at that place, by nobody named. */
    public static <T> Declaration<T> of(T value, String origin) {
        return new Declaration<>(Optional.of(value), origin, "", "");
    }

    /** Whether there is a value. */
    public boolean known() {
        return value.isPresent();
    }
}
