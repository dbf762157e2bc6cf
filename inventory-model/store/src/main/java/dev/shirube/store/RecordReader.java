package dev.shirube.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what {@link RecordWriter} wrote, field by field, in the same order. */
final class RecordReader {

    private final String line;
    private int at;

    RecordReader(String line) {
        this.line = line;
    }

    String text() {
        return unescaped(field());
    }

    long number() {
        return Long.parseLong(field());
    }

    int integer() {
        return Math.toIntExact(number());
    }

    boolean truth() {
        return number() != 0;
    }

    <E extends Enum<E>> E code(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    Optional<String> optionalText() {
        return optional(this::text);
    }

    OptionalInt optionalInteger() {
        return optional(this::integer).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    <T> Optional<T> optional(Supplier<T> reader) {
        int start = at;
        if (field().equals(RecordWriter.ABSENT)) {
            return Optional.empty();
        }
        at = start;
        return Optional.of(reader.get());
    }

    List<String> texts() {
        return list(RecordReader::text);
    }

    <T> List<T> list(Function<RecordReader, T> reader) {
        int count = integer();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(reader.apply(this));
        }
        return values;
    }

    /** Whether no field is left: a record may have been written before its last fields were thought of. */
    boolean ended() {
        return at > line.length();
    }

    private String field() {
        if (at > line.length()) {
            throw new IllegalStateException(
                    "A stored record ends too early: the database was changed by another program");
        }
        int end = line.indexOf('\t', at);
        end = end < 0 ? line.length() : end;
        String field = line.substring(at, end);
        at = end + 1;
        return field;
    }

    private static String unescaped(String field) {
        int from = field.indexOf('\\');
        if (from < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder(field.substring(0, from));
        for (int i = from; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = field.charAt(++i);
            if (escape == 'u') {
                text.append((char) Integer.parseInt(field, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(escape == 't' ? '\t' : escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape);
            }
        }
        return text.toString();
    }
}
