package dev.shirube.reports.format;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them, and as spreadsheets in fact write them. */
final class CsvRows {
    /** What separates cells: a comma; a tab in Excel's "Unicode text"; a semicolon where the comma is the decimal mark. */
    private static final String SEPARATORS = ",\t;";

    /** What a cell begins after. */
    private static final String ENDS = SEPARATORS + "\r\n";

    private final String file;
    private final List<TextRow> rows = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    CsvRows(String file) {
        this.file = file;
    }

    List<TextRow> read(byte[] bytes) throws RowFileException {
        String text = new CsvText(file).decode(bytes);
        String first = text.lines().findFirst().orElse("");
        if (first.matches("(?i)sep=[,;\\t]")) {
            parse(text, first.charAt(4), first.length());
        } else {
            parse(text, separator(text), 0);
        }
        return List.copyOf(rows);
    }

    /**
     * The kind of separator that the first line with two or more of one kind outside quotation marks has most of; a title above
     * the header has none, or as many as the header where a spreadsheet wrote it.
     */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        char only = ',';
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (quoted || i == 0 || ENDS.indexOf(text.charAt(i - 1)) >= 0)) {
                quoted = !quoted;
            }
            int kind = quoted ? -1 : SEPARATORS.indexOf(c);
            if (kind >= 0) {
                counts[kind]++;
            }
            if (!quoted && (c == '\n' || c == '\r' || i + 1 == text.length())) {
                int most = most(counts);
                if (counts[most] > 1) {
                    return SEPARATORS.charAt(most);
                }
                only = counts[most] == 1 && only == ',' ? SEPARATORS.charAt(most) : only;
                counts = new int[SEPARATORS.length()];
            }
        }
        return only;
    }

    private static int most(int[] counts) {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most;
    }

    private void parse(String text, char separator, int from) throws RowFileException {
        int line = 1;
        int start = 1;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.length() == 0) {
                quoted = true;
            } else if (c == separator) {
                endCell(start);
            } else if (c == '\n' || c == '\r') {
                boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                i += pair ? 1 : 0;
                line++;
                endRow(start);
                start = line;
                continue;
            } else {
                cell.append(c);
            }
            line += c == '\n' ? 1 : 0;
        }
        if (quoted) {
            throw new RowFileException(
                    file,
                    start,
                    "引用符（\"）が閉じていません。この行を修正してください。",
                    "a quotation mark (\") is never closed. Correct this row.");
        }
        endRow(start);
    }

    private void endCell(int row) throws RowFileException {
        if (cells.size() == RowReader.MAXIMUM_COLUMNS) {
            throw Bounds.columns(file, row);
        }
        cells.add(CellText.unguard(cell.toString().replace("\r\n", "\n")));
        cell.setLength(0);
    }

    private void endRow(int number) throws RowFileException {
        endCell(number);
        TextRow row = new TextRow(number, cells);
        cells.clear();
        if (row.blank()) {
            return;
        }
        if (rows.size() == RowReader.MAXIMUM_ROWS) {
            throw Bounds.rows(file, number);
        }
        rows.add(row);
    }
}
