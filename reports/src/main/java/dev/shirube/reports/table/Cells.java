package dev.shirube.reports.table;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Turns the values of record components into cells. */
final class Cells {
    private Cells() {}

    static Cell of(Object value, Language language) {
        if (value instanceof Optional<?> optional) {
            return optional.map(it -> of(it, language)).orElse(Cell.EMPTY);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? new Cell.Number(optional.getAsInt()) : Cell.EMPTY;
        }
        if (value instanceof Number number) {
            return new Cell.Number(number.longValue());
        }
        if (value instanceof LocalDate date) {
            return new Cell.Date(date);
        }
        if (value instanceof Choice choice) {
            return new Cell.Text(choice.label().in(language), choice.tone());
        }
        if (value instanceof List<?> lines) {
            return plain(lines.stream().map(it -> string(it, language)).collect(Collectors.joining("\n")));
        }
        return plain(string(value, language));
    }

    private static Cell plain(String text) {
        return new Cell.Text(text, Tone.PLAIN);
    }

    private static String string(Object value, Language language) {
        return value instanceof Text text ? text.in(language) : (String) value;
    }
}
