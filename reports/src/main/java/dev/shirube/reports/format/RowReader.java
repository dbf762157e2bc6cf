package dev.shirube.reports.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads what an office sends, CSV or XLSX, as rows of text.
 *
 * <p>The kind is told by content, never by name. Formulas are not evaluated: their last stored value is taken. Nothing in
 * the file is resolved, and a file that unpacks beyond the {@linkplain #MAXIMUM_BYTES bounds} is refused.
 */
public final class RowReader {
    /** Most bytes of a file, and of each part that it unpacks to. */
    public static final long MAXIMUM_BYTES = 64L << 20;

    /** Most rows of a file. */
    public static final int MAXIMUM_ROWS = 200_000;

    /** Most columns of a row. */
    public static final int MAXIMUM_COLUMNS = 1_024;

    /** Where the name of a ZIP's first entry stands. */
    private static final int MIMETYPE_OFFSET = 30;

    private static final int ZIP_MAGIC = 0x504B0304;
    private static final int OLE2_MAGIC = 0xD0CF11E0;

    private RowReader() {}

    /**
     * The rows of a CSV file, or of the first sheet of a workbook, in order and without blank ones.
     *
     * <p>CSV is read as UTF-8, with or without byte order mark; as UTF-16 with one; otherwise as Shift_JIS (MS932).
     * Cells are separated by commas, tabs or semicolons.
     *
     * @throws RowFileException if the file is neither, is broken, protected by a password, or beyond the bounds
     * @throws IOException if the file cannot be opened or read
     */
    public static List<TextRow> read(Path file) throws IOException, RowFileException {
        return read(String.valueOf(file.getFileName()), bytes(file));
    }

    /**
     * The same for every sheet of a workbook, by its name and in order; a CSV file is one sheet without a name.
     *
     * @throws RowFileException if the file is neither, is broken, protected by a password, or beyond the bounds
     * @throws IOException if the file cannot be opened or read
     */
    public static Map<String, List<TextRow>> readSheets(Path file) throws IOException, RowFileException {
        return read(String.valueOf(file.getFileName()), bytes(file), true);
    }

    private static byte[] bytes(Path file) throws IOException, RowFileException {
        String name = String.valueOf(file.getFileName());
        long size = Files.size(file);
        if (size > MAXIMUM_BYTES) {
            throw new RowFileException(
                    name,
                    0,
                    size + " バイトあり、上限 " + MAXIMUM_BYTES + " バイトを超えています。ファイルを分割してください。",
                    "has " + size + " bytes, more than the limit of " + MAXIMUM_BYTES + ". Split the file.");
        }
        return Files.readAllBytes(file);
    }

    /**
     * The same for the content of a file.
     *
     * @param name what messages call it
     */
    static List<TextRow> read(String name, byte[] bytes) throws RowFileException {
        return read(name, bytes, false).values().iterator().next();
    }

    private static Map<String, List<TextRow>> read(String name, byte[] bytes, boolean all) throws RowFileException {
        if (isOpenDocument(bytes)) {
            throw new RowFileException(
                    name,
                    0,
                    "OpenDocument 形式（.ods）のファイルです。.xlsx 又は CSV で保存し直してください。",
                    "is an OpenDocument file (.ods). Save it as .xlsx or CSV.");
        }
        return switch (magic(bytes)) {
            case ZIP_MAGIC -> new XlsxRows(name).read(bytes, all);
            case OLE2_MAGIC ->
                throw new RowFileException(
                        name,
                        0,
                        "パスワード付き又は旧形式（.xls）のブックです。パスワードなしの .xlsx で保存し直してください。",
                        "is a workbook with a password or in the old .xls format. Save it as .xlsx without a password.");
            default -> Map.of("", new CsvRows(name).read(bytes));
        };
    }

    /** A spreadsheet as LibreOffice keeps it (OpenDocument part 2, section 3.3: the kind stands first, unpacked). */
    private static boolean isOpenDocument(byte[] bytes) {
        byte[] kind = "mimetypeapplication/vnd.oasis".getBytes(StandardCharsets.US_ASCII);
        return bytes.length > MIMETYPE_OFFSET + kind.length
                && Arrays.equals(bytes, MIMETYPE_OFFSET, MIMETYPE_OFFSET + kind.length, kind, 0, kind.length);
    }

    private static int magic(byte[] bytes) {
        int magic = 0;
        for (int i = 0; i < 4; i++) {
            magic = magic << 8 | (i < bytes.length ? bytes[i] & 0xFF : 0);
        }
        return magic;
    }
}
