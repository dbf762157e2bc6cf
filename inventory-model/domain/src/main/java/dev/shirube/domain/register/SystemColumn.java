package dev.shirube.domain.register;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of the register of systems, with what its cells hold and which declaration of a system they are.
 *
 * @param declared the declaration; for a plain text, one without origin, unknown where the text is empty
 */
record SystemColumn<T>(RegisterColumn column, CellKind<T> kind, Function<InformationSystem, Declaration<T>> declared) {

    static <T> SystemColumn<T> declared(
            RegisterColumn column, CellKind<T> kind, Function<InformationSystem, Declaration<T>> declared) {
        return new SystemColumn<>(column.holding(kind), kind, declared);
    }

    static SystemColumn<String> plain(
            RegisterColumn column, CellKind<String> kind, Function<InformationSystem, String> text) {
        return declared(
                column, kind, text.andThen(it -> it.isEmpty() ? Declaration.unknown() : Declaration.of(it, "")));
    }

    /** The cell for a system. */
    String cell(InformationSystem system, Language language) {
        return declared.apply(system)
                .value()
                .map(it -> kind.write().apply(it, language))
                .orElse("");
    }

    /** The value of a cell that is not left open. */
    Optional<T> read(String cell) {
        return kind.read().apply(cell);
    }
}
