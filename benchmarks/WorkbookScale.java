import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.reports.format.Workbook;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.FreeRow;
import dev.shirube.reports.table.Kind;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import dev.shirube.reports.table.Tone;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A sheet of many rows: {@code ours FILE ROWS COLUMNS} by the workbook's own writer, {@code poi …} the same values by POI alone. */
final class WorkbookScale {
    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[2]);
        int columns = Integer.parseInt(arguments[3]);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])), 1 << 16)) {
            if (arguments[0].equals("ours")) {
                ours(rows, columns, out);
            } else {
                poi(rows, columns, out);
            }
        }
    }

    /** Every fourth column is a number; the texts are as long as those of form 2, and four in ten differ in every row. */
    private static Object value(int row, int column) {
        return switch (column % 10) {
            case 3, 7 -> (long) row * column;
            case 0, 4 -> "department/system-" + row % 97 + "/src/main/java/Issuer" + row + ".java";
            case 1 -> "F-" + Integer.toHexString(row * 31 + column);
            case 2 -> "署名生成";
            default -> "SHA256withRSA";
        };
    }

    private static void ours(int rows, int columns, OutputStream out) throws Exception {
        List<TableColumn> shape = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            boolean number = value(0, i) instanceof Long;
            shape.add(new TableColumn(
                    "c" + i,
                    new Text("列" + i, "Column " + i),
                    Text.same(""),
                    number ? Kind.NUMBER : Kind.TEXT,
                    20,
                    number ? Align.RIGHT : Align.LEFT,
                    false,
                    List.of(),
                    -1));
        }
        Iterable<FreeRow> lazily = () -> IntStream.range(0, rows).mapToObj(row -> row(row, columns)).iterator();
        try (Workbook workbook = new Workbook(Language.JA, "", LocalDate.of(2026, 11, 23))) {
            workbook.sheet(Table.of(Text.same("Sheet"), Text.same(""), 3, shape, lazily)).write(out);
        }
    }

    private static FreeRow row(int row, int columns) {
        List<Cell> cells = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            Object value = value(row, i);
            cells.add(value instanceof Long number ? new Cell.Number(number) : new Cell.Text((String) value, Tone.PLAIN));
        }
        return new FreeRow(cells);
    }

    private static void poi(int rows, int columns, OutputStream out) throws Exception {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            SXSSFSheet sheet = workbook.createSheet("Sheet");
            for (int i = 0; i < rows; i++) {
                SXSSFRow row = sheet.createRow(i);
                for (int j = 0; j < columns; j++) {
                    Object value = value(i, j);
                    if (value instanceof Long number) {
                        row.createCell(j).setCellValue(number);
                    } else {
                        row.createCell(j).setCellValue((String) value);
                    }
                }
            }
            workbook.write(out);
        }
    }
}
