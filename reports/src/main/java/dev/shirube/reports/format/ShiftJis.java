package dev.shirube.reports.format;

import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What Microsoft's Shift_JIS (code page 932) makes of texts that it cannot carry. */
public final class ShiftJis {
    /** GETA MARK, which Japanese print sets where a character is missing. */
    static final String MISSING = "〓";

    /** Characters of Unicode that code page 932 has under another number: they look the same. */
    private static final Map<Integer, String> ALIKE = Map.of(
            0x301C, "～", 0x2212, "－", 0x2014, "―", 0x2016, "∥", 0x00A2, "￠", 0x00A3, "￡", 0x00AC, "￢", 0x00A5, "￥",
            0x00A6, "￤");

    /**
     * A character that could not be carried.
     *
     * @param row index of its row, from 0
     * @param column index of its cell, from 0
     * @param character as it was
     * @param replacement what stands in its place
     */
    public record Loss(int row, int column, String character, String replacement) {}

    private ShiftJis() {}

    /** Every character of the rows that is lost or replaced, in order. */
    public static List<Loss> losses(List<List<String>> rows) {
        List<Loss> losses = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            losses(i, rows.get(i).stream().map(CellText::clean).toList(), losses::add);
        }
        return List.copyOf(losses);
    }

    /** The row as it can be carried; what is lost is told. */
    static List<String> carried(int number, List<String> row, Consumer<Loss> losses) {
        losses(number, row, losses);
        CharsetEncoder encoder = CsvText.MS932.newEncoder();
        return row.stream().map(cell -> carried(cell, encoder)).toList();
    }

    private static void losses(int number, List<String> row, Consumer<Loss> losses) {
        CharsetEncoder encoder = CsvText.MS932.newEncoder();
        for (int column = 0; column < row.size(); column++) {
            if (encoder.canEncode(row.get(column))) {
                continue;
            }
            for (int point : row.get(column).codePoints().toArray()) {
                String character = Character.toString(point);
                if (!encoder.canEncode(character)) {
                    losses.accept(new Loss(number, column, character, replacement(point)));
                }
            }
        }
    }

    static List<List<String>> carried(List<List<String>> rows) {
        CharsetEncoder encoder = CsvText.MS932.newEncoder();
        return rows.stream()
                .map(row -> row.stream().map(cell -> carried(cell, encoder)).toList())
                .toList();
    }

    private static String carried(String cell, CharsetEncoder encoder) {
        if (encoder.canEncode(cell)) {
            return cell;
        }
        StringBuilder out = new StringBuilder();
        cell.codePoints().forEach(point -> {
            String character = Character.toString(point);
            out.append(encoder.canEncode(character) ? character : replacement(point));
        });
        return out.toString();
    }

    private static String replacement(int point) {
        return ALIKE.getOrDefault(point, MISSING);
    }
}
