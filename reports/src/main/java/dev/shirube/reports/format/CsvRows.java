package dev.shirube.reports.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them, and as spreadsheets in fact write them. */
final class CsvRows {
    /** Microsoft's Shift_JIS, in which Japanese spreadsheets save CSV. */
    private static final Charset MS932 = Charset.forName("windows-31j");

    private final String file;
    private final List<TextRow> rows = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    CsvRows(String file) {
        this.file = file;
    }

    List<TextRow> read(byte[] bytes) throws RowFileException {
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new RowFileException(
                    file,
                    0,
                    "CSV でも XLSX でもありません。CSV（UTF-8 又は Shift_JIS）か .xlsx で保存してください。",
                    "is neither CSV nor XLSX. Save it as CSV (UTF-8 or Shift_JIS) or as .xlsx.");
        }
        parse(text, separator(text));
        return List.copyOf(rows);
    }

    private String decode(byte[] bytes) throws RowFileException {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        int skip = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return strict(StandardCharsets.UTF_8, bytes, skip);
        } catch (CharacterCodingException notUtf8) {
            try {
                return strict(MS932, bytes, 0);
            } catch (CharacterCodingException notShiftJis) {
                throw new RowFileException(
                        file,
                        0,
                        "文字コードが UTF-8 でも Shift_JIS でもありません。UTF-8 で保存し直してください。",
                        "is neither UTF-8 nor Shift_JIS. Save it as UTF-8.");
            }
        }
    }

    private static String strict(Charset charset, byte[] bytes, int skip) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                .toString();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Excel's "Unicode text" is separated by tabs; so is what is pasted from a sheet. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return first.indexOf('\t') >= 0 && first.indexOf(',') < 0 ? '\t' : ',';
    }

    private void parse(String text, char separator) throws RowFileException {
        int line = 1;
        int start = 1;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
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
