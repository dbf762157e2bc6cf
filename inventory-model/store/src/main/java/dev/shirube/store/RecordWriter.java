package dev.shirube.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes values as one line of fields separated by tabs: the form in which the database keeps the domain's records.
 *
 * <p>Equal values always give equal texts, and every text comes back exactly: tabs, line ends, NUL and halves of surrogate
 * pairs, which a database or its driver may change, are escaped. Any tool can read it.
 */
final class RecordWriter {

    /** Stands for a value that is absent; an escaped backslash is written as two. */
    static final String ABSENT = "\\-";

    private final StringBuilder line = new StringBuilder();
    private boolean started;

    /** One text as it stands in a column of its own. */
    static String escaped(String value) {
        return new RecordWriter().text(value).toString();
    }

    RecordWriter text(String value) {
        separate();
        for (int i = 0; i < value.length(); i++) {
            character(value, i);
        }
        return this;
    }

    RecordWriter number(long value) {
        separate();
        line.append(value);
        return this;
    }

    RecordWriter truth(boolean value) {
        return number(value ? 1 : 0);
    }

    RecordWriter code(Enum<?> value) {
        return text(value.name());
    }

    RecordWriter optional(Optional<String> value) {
        return optional(value, this::text);
    }

    RecordWriter optional(OptionalInt value) {
        return value.isPresent() ? number(value.getAsInt()) : absent();
    }

    <T> RecordWriter optional(Optional<T> value, Consumer<T> writer) {
        if (value.isEmpty()) {
            return absent();
        }
        writer.accept(value.get());
        return this;
    }

    RecordWriter texts(List<String> values) {
        return list(values, RecordWriter::text);
    }

    <T> RecordWriter list(Collection<T> values, BiConsumer<RecordWriter, T> writer) {
        number(values.size());
        values.forEach(it -> writer.accept(this, it));
        return this;
    }

    private RecordWriter absent() {
        separate();
        line.append(ABSENT);
        return this;
    }

    private void separate() {
        if (started) {
            line.append('\t');
        }
        started = true;
    }

    private void character(String value, int at) {
        char c = value.charAt(at);
        switch (c) {
            case '\\' -> line.append("\\\\");
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            default -> {
                if (c == 0 || isHalf(value, at)) {
                    line.append("\\u").append(String.format(Locale.ROOT, "%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }

    private static boolean isHalf(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
