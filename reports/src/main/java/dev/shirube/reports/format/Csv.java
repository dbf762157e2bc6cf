package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.Band;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a table as comma-separated values (RFC 4180) in UTF-8 with a byte order mark, which Excel needs to recognise it.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe in front of it; {@link RowReader} takes it off
 * again.
 */
public final class Csv {
    private Csv() {}

    /**
     * Writes that table: one line of titles, then its rows. The stream is not closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static <R extends Record> void write(Table<R> table, Language language, OutputStream out)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        line(writer, titles(table, language));
        for (R row : table.rows()) {
            line(writer, texts(table, row, language));
        }
        writer.flush();
    }

    /**
     * Writes that table in Microsoft's Shift_JIS (code page 932), row by row. Whatever it cannot carry is replaced as {@link
     * ShiftJis} says, and told to {@code losses}; the line of titles is row 0. The stream is not closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static <R extends Record> void writeShiftJis(
            Table<R> table, Language language, Consumer<ShiftJis.Loss> losses, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, CsvText.MS932));
        line(writer, ShiftJis.carried(0, titles(table, language), losses));
        int number = 0;
        for (R row : table.rows()) {
            number++;
            line(writer, ShiftJis.carried(number, texts(table, row, language), losses));
        }
        writer.flush();
    }

    private static <R extends Record> List<String> texts(Table<R> table, R row, Language language) {
        return table.cells(row, language).stream()
                .map(cell -> text(cell, language))
                .toList();
    }

    /**
     * Writes rows of text, the header among them, each as it comes. The stream is not closed.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void write(Iterable<List<String>> rows, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        lines(writer, rows);
    }

    /**
     * Writes rows of text in Microsoft's Shift_JIS (code page 932), which has no byte order mark. Whatever it cannot carry is
     * replaced as {@link ShiftJis} says.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void writeShiftJis(List<List<String>> rows, OutputStream out) throws IOException {
        lines(new BufferedWriter(new OutputStreamWriter(out, CsvText.MS932)), ShiftJis.carried(rows));
    }

    private static void lines(Writer writer, Iterable<List<String>> rows) throws IOException {
        for (List<String> row : rows) {
            line(writer, row.stream().map(CellText::clean).map(CellText::guard).toList());
        }
        writer.flush();
    }

    private static List<String> titles(Table<?> table, Language language) {
        List<String> titles = new ArrayList<>();
        for (TableColumn column : table.columns()) {
            String title = column.title().in(language).replace('\n', ' ');
            if (column.inBand()) {
                Band.Heading heading = table.band().headings().get(column.heading());
                title = heading.group().in(language) + " " + title;
            }
            titles.add(title);
        }
        return titles;
    }

    private static String text(Cell cell, Language language) {
        if (cell instanceof Cell.Number number) {
            return Long.toString(number.value());
        }
        if (cell instanceof Cell.Date date) {
            return date.value().toString();
        }
        if (cell instanceof Cell.Marked marked) {
            return marked.mark().symbol().in(language);
        }
        return CellText.guard(CellText.clean(((Cell.Text) cell).text()));
    }

    private static void line(Writer writer, List<String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            writer.write(quoted(values.get(i)));
        }
        writer.write("\r\n");
    }

    private static String quoted(String value) {
        // Semicolons need no quotation marks, but a reader tells the separator by what stands outside them.
        boolean needed = value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf(';') >= 0;
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
