package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as an office works with it: cells are found by what stands at their row and above their column. */
final class FilledForm {
    private FilledForm() {}

    /** What is written into a form. */
    interface Filling {
        void fill(Sheet form);
    }

    /** Opens a workbook, fills a form of it in, and saves it under another name. */
    static void fill(Path from, String sheet, Path to, Filling filling) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(to)) {
            filling.fill(workbook.getSheet(sheet));
            workbook.write(out);
        }
    }

    /** The cell of that row under that title, which may be broken over lines. */
    static Cell cell(Sheet form, String row, String title) {
        int column = -1;
        DataFormatter text = new DataFormatter();
        for (Row it : form) {
            for (Cell cell : it) {
                if (text.formatCellValue(cell).replace("\n", "").equals(title)) {
                    column = cell.getColumnIndex();
                }
            }
            for (Cell cell : it) {
                if (column >= 0 && text.formatCellValue(cell).equals(row)) {
                    return it.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                }
            }
        }
        throw new AssertionError("no cell of " + row + " under " + title);
    }

    /** Everything that stands under that title. */
    static List<String> column(Path workbook, String sheet, String title) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            DataFormatter text = new DataFormatter();
            List<String> values = new ArrayList<>();
            int column = -1;
            for (Row row : book.getSheet(sheet)) {
                for (Cell cell : row) {
                    if (text.formatCellValue(cell).equals(title)) {
                        column = cell.getColumnIndex();
                    } else if (cell.getColumnIndex() == column
                            && !text.formatCellValue(cell).isEmpty()) {
                        values.add(text.formatCellValue(cell));
                    }
                }
            }
            return values;
        }
    }

    /** What stands in a cell. */
    static String text(Path workbook, String sheet, String row, String title) throws IOException {
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            return new DataFormatter().formatCellValue(cell(book.getSheet(sheet), row, title));
        }
    }

    /** Has LibreOffice open the workbook and save it as {@code office/} with the same name in that folder. */
    static void throughLibreOffice(Path workbook, Path folder) throws IOException, InterruptedException {
        Path out = Files.createDirectory(folder.resolve("office"));
        Process office;
        try {
            office = new ProcessBuilder(
                            "soffice",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--convert-to",
                            "xlsx",
                            "--outdir",
                            out.toString(),
                            workbook.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("office.log").toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "needs the Debian package libreoffice-calc");
            return;
        }
        assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
}
