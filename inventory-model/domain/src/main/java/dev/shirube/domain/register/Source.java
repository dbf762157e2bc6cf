package dev.shirube.domain.register;

import dev.shirube.domain.Declaration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a register comes from, for the declarations read from it.
 *
 * @param file its name
 * @param by who declares; empty if not said
 * @param on ISO 8601 date of the declaration; empty if not said
 */
public record Source(String file, String by, String on) {

    /** Refuses null. */
    public Source {
        Objects.requireNonNull(file);
        Objects.requireNonNull(by);
        Objects.requireNonNull(on);
    }

    /** A value that stands in that row of it. */
    <T> Declaration<T> declares(Optional<T> value, int row) {
        return value.isPresent() ? new Declaration<>(value, file + ":" + row, by, on) : Declaration.unknown();
    }
}
