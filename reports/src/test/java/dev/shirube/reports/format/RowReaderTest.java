package dev.shirube.reports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
    private static final String TEXT = "システムID,情報システム名\r\nresident,\"住民情報, 髙﨑①\"\r\n\r\ntax,税務\r\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "UTF-16"})
    void readsCsvInTheEncodingsOfficesUse(String charset) throws Exception {
        List<TextRow> rows = RowReader.read(file("a.csv", TEXT.getBytes(Charset.forName(charset))));
        assertThat(rows)
                .containsExactly(
                        new TextRow(1, List.of("システムID", "情報システム名")),
                        new TextRow(2, List.of("resident", "住民情報, 髙﨑①")),
                        new TextRow(4, List.of("tax", "税務")));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstTitle() throws Exception {
        assertThat(RowReader.read(file("a.csv", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
                        .get(0)
                        .cell(0))
                .isEqualTo("システムID");
    }

    @Test
    void linesInsideQuotesBelongToOneRowAndAreCounted() throws Exception {
        List<TextRow> rows =
                RowReader.read(file("a.csv", "a,\"b\nc \"\"d\"\"\"\ne,f".getBytes(StandardCharsets.UTF_8)));
        assertThat(rows).containsExactly(new TextRow(1, List.of("a", "b\nc \"d\"")), new TextRow(3, List.of("e", "f")));
    }

    @Test
    void anOpenQuoteNamesTheFileAndTheRowInBothLanguages() {
        assertThatThrownBy(() -> RowReader.read(file("台帳.csv", "a,b\nc,\"d\n".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(RowFileException.class, e -> {
                    assertThat(e).hasMessage("台帳.csv:2: a quotation mark (\") is never closed. Correct this row.");
                    assertThat(e.text().in(Language.JA)).startsWith("台帳.csv 2 行目：引用符");
                });
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        refused("a.csv", new byte[] {(byte) 0x81, (byte) 0xFF, 'a'}, "neither UTF-8 nor Shift_JIS");
        refused("a.csv", new byte[] {'a', 0, 0, 0}, "neither CSV nor XLSX");
    }

    @Test
    void tooManyColumnsAreRefusedWithTheirRow() {
        refused("a.csv", ("x\n" + ",".repeat(RowReader.MAXIMUM_COLUMNS)).getBytes(StandardCharsets.UTF_8), "a.csv:2:");
    }

    @Test
    void readsAWorkbookAsTextWhateverItsName() throws Exception {
        List<TextRow> rows = RowReader.read(file("register.csv", workbook()));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).cells()).containsExactly("情報システム名", "", "年度");
        assertThat(rows.get(1).number()).isEqualTo(4);
        assertThat(rows.get(1).cells()).containsExactly("住民情報", "2029", "2050-03-31", "0.5", "TRUE", "=A1");
    }

    @Test
    void aFormulaIsNotEvaluatedButItsStoredValueIsTaken() throws Exception {
        byte[] bytes = sheet("<row r=\"1\"><c r=\"A1\" t=\"str\"><f>WEBSERVICE(\"http://x\")</f><v>kept</v></c></row>");
        assertThat(RowReader.read(file("a.xlsx", bytes)).get(0).cell(0)).isEqualTo("kept");
    }

    @Test
    void furiganaAndEscapesAreNotPartOfTheText() throws Exception {
        byte[] bytes =
                sheet("<row><c t=\"inlineStr\"><is><r><t>東京_x0041_</t></r><rPh><t>トウキョウ</t></rPh></is></c></row>");
        assertThat(RowReader.read(file("a.xlsx", bytes)).get(0).cell(0)).isEqualTo("東京A");
    }

    @Test
    void whatOurOwnWriterWroteComesBack() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(Language.JA, "", LocalDate.of(2026, 11, 23))) {
            workbook.sheet(SampleRow.table("_x0041_ 鍵")).write(out);
        }
        List<TextRow> rows = RowReader.read(file("a.xlsx", out.toByteArray()));
        assertThat(rows.get(rows.size() - 1).cells())
                .containsExactly("_x0041_ 鍵", "1234567", "2031-03-31", "青", "a\nb", "", "━");
    }

    @Test
    void truncatedAndEmptyAndForeignArchivesAreRefused() throws Exception {
        byte[] whole = workbook();
        refused("a.xlsx", Arrays.copyOf(whole, whole.length / 2), "Open it in a spreadsheet program");
        refused("a.xlsx", zip("readme.txt", "hello"), "Open it in a spreadsheet program");
    }

    @Test
    void aPasswordProtectedOrOldWorkbookIsNamedAsSuch() {
        byte[] ole2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        refused("a.xlsx", ole2, "with a password or in the old .xls format");
    }

    @Test
    void aSheetThatUnpacksToGigabytesIsRefused() throws Exception {
        refused("a.xlsx", sheet("<row>" + " ".repeat(40 << 20) + "</row>"), "Open it in a spreadsheet program");
    }

    @Test
    void externalEntitiesAreNeverRead() throws Exception {
        Path secret = file("secret.txt", "top secret".getBytes(StandardCharsets.UTF_8));
        String attack = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        byte[] bytes = sheet(attack, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>");
        refused("a.xlsx", bytes, "Open it in a spreadsheet program");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><v>twelve</v></c></row>",
                "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
                "<row r=\"x\"><c r=\"A1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" s=\"99\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\">"
            })
    void brokenCellsAreRefusedAndNothingElseIsThrown(String rows) throws Exception {
        Path file = file("a.xlsx", sheet(rows));
        assertThatThrownBy(() -> RowReader.read(file)).isInstanceOf(RowFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";"})
    void theSeparatorIsToldByTheHeaderWhateverStandsAboveIt(String separator) throws Exception {
        String text = "台帳（令和8年度; 市民課）\nID,名称,備考\na,\"x;y;z;w\",\"1,2\t3\"\n".replace(",", separator);
        List<TextRow> rows = RowReader.read(file("a.csv", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(rows.get(1).cells()).containsExactly("ID", "名称", "備考");
        assertThat(rows.get(2).cells()).containsExactly("a", "x;y;z;w", "1,2\t3".replace(",", separator));
    }

    @Test
    void aLineThatNamesTheSeparatorIsBelieved() throws Exception {
        assertThat(RowReader.read(file("a.csv", "sep=;\r\na,b;c\r\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(new TextRow(2, List.of("a,b", "c")));
    }

    @Test
    void encodingsThatTheBytesDoNotTellAreNotGuessed() {
        // ﾃｩ in Shift_JIS are the bytes of é in UTF-8.
        refused("a.csv", "id,name\na,ﾃｩ\n".getBytes(Charset.forName("windows-31j")), "may be UTF-8 or Shift_JIS");
        refused("a.csv", "台帳".getBytes(Charset.forName("ISO-2022-JP")), "ISO-2022-JP");
        refused("a.csv", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0x83}, "starts as UTF-8");
        refused("a.csv", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xD8, 'a', 0}, "broken UTF-16");
    }

    @Test
    void halfWidthKatakanaBesideKanjiIsReadAsShiftJis() throws Exception {
        byte[] bytes = "台帳,ﾃｩ".getBytes(Charset.forName("windows-31j"));
        assertThat(RowReader.read(file("a.csv", bytes)).get(0).cells()).containsExactly("台帳", "ﾃｩ");
    }

    @Test
    void aFormulaWithoutAResultAndAnErrorAreFaultsOfTheirCells() throws Exception {
        byte[] bytes = sheet("<row r=\"2\"><c r=\"A2\"><f>1+1</f></c><c r=\"B2\" t=\"e\"><f>NA()</f><v>#N/A</v></c>"
                + "<c r=\"C2\"><f>1+1</f><v>2</v></c></row>");
        TextRow row = RowReader.read(file("a.xlsx", bytes)).get(0);
        assertThat(row.cells()).containsExactly("", "", "2");
        assertThat(row.faults()).containsOnlyKeys(0, 1);
        assertThat(row.faults().get(0).en()).contains("formula whose result was not saved");
        assertThat(row.faults().get(1).ja()).contains("#N/A");
    }

    @Test
    void otherKindsOfSpreadsheetAreNamedWithWhatToDo() throws Exception {
        refused("a.ods", openDocument(), "OpenDocument file (.ods). Save it as .xlsx or CSV");
        try (XSSFWorkbook macros = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
            macros.createSheet("x").createRow(0).createCell(0).setCellValue("x");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            macros.write(out);
            refused("a.xlsx", out.toByteArray(), ".xlsm. Save it as .xlsx, without macros");
        }
    }

    private static byte[] openDocument() throws IOException {
        byte[] kind = "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            CRC32 sum = new CRC32();
            sum.update(kind);
            ZipEntry entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(kind.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(kind);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void daysThatAreCountedFrom1904AreThoseDays() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            var cell = workbook.createSheet("x").createRow(0).createCell(0);
            cell.setCellValue(LocalDate.of(2035, 3, 31));
            cell.setCellStyle(style);
            workbook.write(out);
        }
        assertThat(RowReader.read(file("a.xlsx", out.toByteArray())).get(0).cell(0))
                .isEqualTo("2035-03-31");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> RowReader.read(folder.resolve("none.csv"))).isInstanceOf(NoSuchFileException.class);
    }

    private void refused(String name, byte[] bytes, String message) {
        assertThatThrownBy(() -> RowReader.read(file(name, bytes)))
                .isInstanceOf(RowFileException.class)
                .hasMessageStartingWith(name)
                .hasMessageContaining(message);
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Row titles = workbook.createSheet("台帳").createRow(0);
            titles.createCell(0).setCellValue("情報システム名");
            titles.createCell(2).setCellValue("年度");
            Row row = workbook.getSheetAt(0).createRow(3);
            row.createCell(0).setCellValue("住民情報");
            row.createCell(1).setCellValue(2029);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            Cell day = row.createCell(2);
            day.setCellValue(LocalDate.of(2050, 3, 31));
            day.setCellStyle(date);
            row.createCell(3).setCellValue(0.5);
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellValue("=A1");
            return bytes(workbook::write);
        }
    }

    private static byte[] sheet(String rows) throws IOException {
        return sheet("", rows);
    }

    /** A workbook of our own making, to hold XML that no spreadsheet program would write. */
    private static byte[] sheet(String prologue, String rows) throws IOException {
        byte[] plain;
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("a");
            plain = bytes(workbook::write);
        }
        return bytes(out -> {
            try (java.util.zip.ZipInputStream source =
                            new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(plain));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                        String xml = prologue
                                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + rows + "</sheetData></worksheet>";
                        zip.write(xml.getBytes(StandardCharsets.UTF_8));
                    } else {
                        source.transferTo(zip);
                    }
                }
            }
        });
    }

    private static byte[] zip(String name, String content) throws IOException {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }
}
