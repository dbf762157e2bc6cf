package dev.shirube.reports.page;

import dev.shirube.domain.Text;
import dev.shirube.reports.format.CellText;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A column in which every distinct value stands once, in the order of its first row, and each row is the place of its value:
 * {@code d} the values, {@code p} how much of the text before each keeps, {@code t} their tones where any has one, {@code r} the
 * rows or {@code runs} of them, left out where each row has its own; {@code count} alone where it counts the rows.
 */
final class CodedColumn {

    /** What two cells must share to be one value. */
    private record Value(Cell ja, Cell en) {}

    /** From how many rows on texts share their beginnings. */
    private static final int SHARED = 1000;

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
        if (counts()) {
            json.number("count", size);
            return;
        }
        if (size > SHARED && values.stream().allMatch(CodedColumn::plain)) {
            shared(json);
        } else {
            json.list("d", it -> values.forEach(value -> write(value, json)));
        }
        if (values.stream().anyMatch(it -> tone(it) != Tone.PLAIN)) {
            json.list(
                    "t",
                    it -> values.forEach(value -> json.text(tone(value).name().toLowerCase(Locale.ROOT))));
        }
        if (values.size() < size) {
            rows(json);
        }
    }

    /** Whether it only counts its rows from 1. */
    private boolean counts() {
        return size > 0
                && values.size() == size
                && IntStream.range(0, size)
                        .allMatch(
                                row -> values.get(row).ja() instanceof Cell.Number number && number.value() == row + 1);
    }

    /** Neighbours share the beginnings of their paths: each says how much of the one before it keeps. */
    private void shared(PageJson json) {
        List<String> texts =
                values.stream().map(it -> CellText.clean(text(it.ja()))).toList();
        int[] kept = new int[texts.size()];
        for (int i = 1; i < kept.length; i++) {
            kept[i] = common(texts.get(i - 1), texts.get(i));
        }
        json.list("p", it -> Arrays.stream(kept).forEach(json::number));
        json.list("d", it -> {
            for (int i = 0; i < kept.length; i++) {
                json.text(texts.get(i).substring(kept[i]));
            }
        });
    }

    private static int common(String one, String two) {
        int length = 0;
        while (length < one.length() && length < two.length() && one.charAt(length) == two.charAt(length)) {
            length++;
        }
        // Half a character is none.
        return length > 0 && Character.isHighSurrogate(one.charAt(length - 1)) ? length - 1 : length;
    }

    /** Row by row, or as runs of value and length where that is shorter. */
    private void rows(PageJson json) {
        int runs = 0;
        for (int i = 0; i < size; i++) {
            runs += i == 0 || rows[i] != rows[i - 1] ? 1 : 0;
        }
        if (runs * 3 < size) {
            json.list("runs", it -> {
                int start = 0;
                for (int i = 1; i <= size; i++) {
                    if (i == size || rows[i] != rows[start]) {
                        json.number(rows[start]);
                        json.number(i - start);
                        start = i;
                    }
                }
            });
        } else {
            json.list("r", it -> Arrays.stream(rows, 0, size).forEach(json::number));
        }
    }

    private static boolean plain(Value value) {
        return value.ja() instanceof Cell.Text && value.ja().equals(value.en());
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
