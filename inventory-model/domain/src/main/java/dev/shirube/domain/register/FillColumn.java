package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import java.util.Optional;

/** A column of a form of a report that owners fill in. */
record FillColumn<T>(RegisterColumn column, CellKind<T> kind) {

    static <T> FillColumn<T> of(ColumnDraft draft, CellKind<T> kind) {
        return new FillColumn<>(draft.column().holding(kind), kind);
    }

    String id() {
        return column.id();
    }

    /** A cell in the one spelling in which it is compared and kept; empty where it was left open, nothing if not understood. */
    Optional<String> canonical(String cell) {
        return CellText.unknown(cell)
                ? Optional.of("")
                : kind.read().apply(cell).map(it -> kind.write().apply(it, Language.JA));
    }

    /** A canonical cell as a reader of that language knows it. */
    String shown(String canonical, Language language) {
        return kind.read()
                .apply(canonical)
                .map(it -> kind.write().apply(it, language))
                .orElse(canonical);
    }
}
