package dev.shirube.reports.table;

import dev.shirube.domain.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a column holds; follows from the type of its record component, {@link Optional} or not. */
public enum Kind {
    /** A {@link String}, a {@link Text} in the reader's language, or a list of either as lines of one cell. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** A {@link LocalDate}. */
    DATE,
    /** A {@link Choice}; an enum where the owner chooses from all its values. */
    CHOICE,
    /** A list of {@link Mark}s, spread over one column for each heading of the table's {@link Band}. */
    BAND;

    static Kind of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return of(argument);
            }
            if (generic.getRawType() == List.class) {
                return list(argument);
            }
        }
        if (type == String.class || type == Text.class) {
            return TEXT;
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || type == OptionalInt.class) {
            return NUMBER;
        }
        if (type == LocalDate.class) {
            return DATE;
        }
        if (type instanceof Class<?> raw && Choice.class.isAssignableFrom(raw)) {
            return CHOICE;
        }
        throw new IllegalArgumentException("No kind of column holds " + type + "; see Kind for those that do");
    }

    private static Kind list(Type argument) {
        if (argument == String.class || argument == Text.class) {
            return TEXT;
        }
        if (argument instanceof Class<?> raw && raw.isEnum() && Mark.class.isAssignableFrom(raw)) {
            return BAND;
        }
        throw new IllegalArgumentException("A column holds a list of texts or of an enum of marks, not of " + argument);
    }
}
