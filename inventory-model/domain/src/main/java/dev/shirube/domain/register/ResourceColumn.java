package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a form of resources, with what its cells hold and which value of a resource they are.
 *
 * @param value the value; empty where it was not declared
 */
record ResourceColumn<R, T>(RegisterColumn column, CellKind<T> kind, Function<R, Optional<T>> value) {

    static <R, T> ResourceColumn<R, T> of(ColumnDraft draft, CellKind<T> kind, Function<R, Optional<T>> value) {
        return new ResourceColumn<>(draft.column().holding(kind), kind, value);
    }

    /** A text that is empty where nothing was declared. */
    static <R> ResourceColumn<R, String> text(ColumnDraft draft, CellKind<String> kind, Function<R, String> value) {
        return of(draft, kind, value.andThen(it -> it.isEmpty() ? Optional.empty() : Optional.of(it)));
    }

    String id() {
        return column.id();
    }

    /** The cell for a resource. */
    String cell(R resource, Language language) {
        return value.apply(resource).map(it -> kind.write().apply(it, language)).orElse("");
    }
}
