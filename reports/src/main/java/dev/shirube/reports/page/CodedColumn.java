package dev.shirube.reports.page;

import dev.shirube.domain.Text;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A column in which every distinct value stands once, in the order of its first row, and each row is the place of its value:
 * {@code d} the values, {@code t} their tones where any has one, {@code r} the rows, left out where each row has its own.
 */
final class CodedColumn {

    /** What two cells must share to be one value. */
    private record Value(Cell ja, Cell en) {}

    private final Map<Value, Integer> places = new HashMap<>();
    private final List<Value> values = new ArrayList<>();
    private int[] rows = new int[64];
    private int size;

    void add(Cell ja, Cell en) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        Value value = new Value(ja, en);
        Integer place = places.get(value);
        if (place == null) {
            place = values.size();
            places.put(value, place);
            values.add(value);
        }
        rows[size++] = place;
    }

    void add(String value) {
        Cell cell = new Cell.Text(value, Tone.PLAIN);
        add(cell, cell);
    }

    int size() {
        return size;
    }

    void write(PageJson json) {
        json.list("d", it -> values.forEach(value -> write(value, json)));
        if (values.stream().anyMatch(it -> tone(it) != Tone.PLAIN)) {
            json.list(
                    "t",
                    it -> values.forEach(value -> json.text(tone(value).name().toLowerCase(Locale.ROOT))));
        }
        if (values.size() < size) {
            json.list("r", it -> {
                for (int i = 0; i < size; i++) {
                    json.number(rows[i]);
                }
            });
        }
    }

    private static void write(Value value, PageJson json) {
        if (value.ja() instanceof Cell.Number number) {
            json.number(number.value());
        } else {
            json.both(new Text(text(value.ja()), text(value.en())));
        }
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        return cell instanceof Cell.Date date ? date.value().toString() : "";
    }

    private static Tone tone(Value value) {
        return value.ja() instanceof Cell.Text text ? text.tone() : Tone.PLAIN;
    }
}
