package dev.shirube.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Cover;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);
    private static final int HEADER = 4;

    @Test
    void theSameTablesGiveTheSameBytesInAnyTimeZoneAndLocale() throws Exception {
        String there = HexFormat.of().formatHex(write(Language.JA, 100, "a", "=b"));
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            assertThat(HexFormat.of().formatHex(write(Language.JA, 100, "a", "=b")))
                    .isEqualTo(there);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void carriesNoTimeOfItsMaking() throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(write(Language.JA, 100, "a")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getTimeLocal()).hasToString("1980-02-01T00:00");
                if (entry.getName().equals("docProps/core.xml")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("2026-11-23T00:00:00Z")
                            .doesNotContainPattern("20\\d\\d-\\d\\d-\\d\\dT(?!00:00:00Z)");
                }
            }
        }
        assertThat(names).startsWith("[Content_Types].xml", "_rels/.rels").doesNotHaveDuplicates();
        assertThat(names).noneMatch(name -> name.contains("vba") || name.contains("externalLink"));
    }

    @Test
    void headersAreInTheLanguageAskedFor() throws Exception {
        try (XSSFWorkbook japanese = open(write(Language.JA, 100, "a"));
                XSSFWorkbook english = open(write(Language.EN, 100, "a"))) {
            assertThat(texts(japanese.getSheet("見本"), HEADER))
                    .containsExactly("名前", "件数", "期日", "色", "行", "1Q", "2Q\n▼");
            assertThat(texts(english.getSheet("Sample"), HEADER))
                    .containsExactly("Name", "Count", "Day", "Colour", "Lines", "Q1", "Q2\n▼");
            assertThat(texts(japanese.getSheet("見本"), HEADER - 2)).endsWith("令和8年度", "");
        }
    }

    @Test
    void cellsKeepTheirTypesAndFormulasStayText() throws Exception {
        try (XSSFWorkbook workbook = open(write(Language.JA, 100, "=HYPERLINK(\"http://x\")", "plain"))) {
            XSSFSheet sheet = workbook.getSheet("見本");
            XSSFCell hostile = sheet.getRow(HEADER + 1).getCell(0);
            assertThat(hostile.getCellType()).isEqualTo(CellType.STRING);
            assertThat(hostile.getStringCellValue()).isEqualTo("=HYPERLINK(\"http://x\")");
            assertThat(hostile.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(sheet.getRow(HEADER + 2).getCell(0).getCellStyle().getQuotePrefixed())
                    .isFalse();
            assertThat(sheet.getRow(HEADER + 1).getCell(1).getNumericCellValue())
                    .isEqualTo(1_234_567);
            assertThat(sheet.getRow(HEADER + 1).getCell(2).getLocalDateTimeCellValue())
                    .isEqualTo("2031-03-31T00:00");
            assertThat(sheet.getRow(HEADER + 1).getCell(4).getStringCellValue()).isEqualTo("a\nb");
        }
        assertThat(xml(write(Language.JA, 100, "=1"))).doesNotContain("<f>");
    }

    @Test
    void printsOnA3LandscapeWithTitlesPagesFreezeAndFilter() throws Exception {
        try (XSSFWorkbook workbook = open(write(Language.JA, 100, "a"))) {
            XSSFSheet sheet = workbook.getSheet("見本");
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A3_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getFooter().getCenter()).endsWith("&P / &N");
            assertThat(sheet.getHeader().getLeft()).endsWith("A&&B市");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("3:5");
            assertThat(sheet.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) (HEADER + 1));
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:E6");
            assertThat(workbook.getFontAt(0).getFontName()).isEqualTo("Meiryo");
        }
    }

    @Test
    void ownersCellsAreUnlockedAndCheckedOnEntry() throws Exception {
        try (XSSFWorkbook workbook = open(write(Language.JA, 100, "a", "b"))) {
            XSSFSheet sheet = workbook.getSheet("見本");
            assertThat(sheet.getDataValidations())
                    .extracting(
                            rule -> rule.getRegions().getCellRangeAddresses()[0].formatAsString())
                    .containsExactly("C6:C7", "D6:D7");
            assertThat(sheet.getDataValidations()
                            .get(0)
                            .getValidationConstraint()
                            .getValidationType())
                    .isEqualTo(ValidationType.DATE);
            assertThat(sheet.getDataValidations()
                            .get(1)
                            .getValidationConstraint()
                            .getExplicitListValues())
                    .containsExactly("赤", "青");
            assertThat(sheet.getRow(HEADER + 1).getCell(2).getCellStyle().getLocked())
                    .isFalse();
            assertThat(sheet.getRow(HEADER + 1).getCell(0).getCellStyle().getLocked())
                    .isTrue();
        }
    }

    @Test
    void aTableLongerThanASheetGoesOnOnTheNextOneUnderTheSameHead() throws Exception {
        try (XSSFWorkbook workbook = open(write(Language.JA, HEADER + 3, "a", "b", "c", "d", "e"))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
            assertThat(texts(workbook.getSheet("見本 (2)"), HEADER)).startsWith("名前");
            assertThat(texts(workbook.getSheet("見本 (2)"), HEADER + 1)).startsWith("c");
            assertThat(texts(workbook.getSheet("見本 (3)"), HEADER + 1)).startsWith("e");
        }
    }

    @Sheet(ja = "名前がちょうど三十一文字になるように長く長く長く書いた様式です", en = "A name of exactly 31 characters")
    private record LongNamed(@Column(ja = "日", en = "Day") LocalDate day) {}

    @Test
    void aNumberedSheetKeepsToExcelsLimitAndADayBeyondItsCalendarIsText() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<LongNamed> rows = List.of(
                new LongNamed(LocalDate.of(1601, 1, 1)),
                new LongNamed(AS_OF),
                new LongNamed(LocalDate.of(12000, 1, 1)));
        try (Workbook workbook = new Workbook(Language.EN, "", AS_OF, 4)) {
            workbook.sheet(Table.of(LongNamed.class, rows)).write(out);
        }
        try (XSSFWorkbook workbook = open(out.toByteArray())) {
            assertThat(workbook.getSheetName(1)).isEqualTo("A name of exactly 31 charac (2)");
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("1601-01-01");
            assertThat(workbook.getSheetAt(1).getRow(3).getCell(0).getCellType())
                    .isEqualTo(CellType.NUMERIC);
            assertThat(workbook.getSheetAt(2).getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("+12000-01-01");
        }
    }

    private static byte[] write(Language language, int rows, String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(language, "A&B市", AS_OF, rows)) {
            workbook.cover(new Cover(new Text("表紙", "Cover"), "A&B市", "題", "副題", List.of()));
            workbook.sheet(SampleRow.table(names)).write(out);
        }
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static String xml(byte[] bytes) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static List<String> texts(XSSFSheet sheet, int row) {
        List<String> texts = new ArrayList<>();
        sheet.getRow(row).forEach(cell -> texts.add(cell.toString()));
        return texts;
    }
}
