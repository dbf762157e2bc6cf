package dev.shirube.shell.cli;

import dev.shirube.engine.LogicalPath;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Aligned columns for a terminal, in which East Asian wide characters take two cells (Unicode UAX #11). */
public final class Columns {

    /** Where a line may be broken: after a blank, or a punctuation mark or character of Japanese. */
    private static final Pattern PIECES =
            Pattern.compile("(?<= )|(?<=[、。）：；\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])(?=[^ 、。）：；ー])");

    private Columns() {}

    /** How many cells the text takes. */
    public static int width(String text) {
        return text.codePoints().map(Columns::cells).sum();
    }

    /** The text with blanks after it up to that many cells; at least one blank if it is longer. */
    public static String pad(String text, int cells) {
        return text + " ".repeat(Math.max(1, cells - width(text)));
    }

    /**
     * Rows of equally many cells as aligned lines; the last column is not padded. What would lead a terminal astray in names of
     * others is shown as an escape.
     */
    public static List<String> align(List<List<String>> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = told.stream().map(Columns::labels).toList();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        rows.forEach(row -> widen(widths, row));
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static void widen(int[] widths, List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            widths[i] = Math.max(widths[i], width(row.get(i)));
        }
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(i == row.size() - 1 ? row.get(i) : pad(row.get(i), widths[i] + 2));
        }
        return line.toString().stripTrailing();
    }

    /**
     * The same lines where there are too many rows to be held: the rows are gone through twice.
     *
     * @param columns how many cells each row has
     */
    public static void align(int columns, Supplier<Iterator<List<String>>> told, Consumer<String> lines) {
        int[] widths = new int[columns];
        told.get().forEachRemaining(row -> widen(widths, labels(row)));
        told.get().forEachRemaining(row -> lines.accept(line(labels(row), widths)));
    }

    private static List<String> labels(List<String> row) {
        return row.stream().map(LogicalPath::label).toList();
    }

    /**
     * A text as lines of at most so many cells, broken after blanks and commas, and between wide characters where there are
     * none; a word that is longer stands whole on a line of its own.
     */
    public static List<String> wrap(String text, int cells) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String piece : PIECES.split(LogicalPath.label(text))) {
            int size = width(piece.stripTrailing());
            if (used > 0 && used + size > cells) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                used = 0;
            }
            line.append(piece);
            used += width(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static int cells(int codePoint) {
        boolean wide = codePoint >= 0x1100
                && (codePoint <= 0x115F
                        || codePoint >= 0x2E80 && codePoint <= 0xA4CF
                        || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                        || codePoint >= 0xF900 && codePoint <= 0xFAFF
                        || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                        || codePoint >= 0xFF00 && codePoint <= 0xFF60
                        || codePoint >= 0xFFE0 && codePoint <= 0xFFE6
                        || codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
