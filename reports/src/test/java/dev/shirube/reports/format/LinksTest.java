package dev.shirube.reports.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.Column;
import dev.shirube.reports.table.Sheet;
import dev.shirube.reports.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class LinksTest {
    @Sheet(ja = "行先 一覧", en = "Places")
    record Place(
            @Column(ja = "識別子", en = "ID", key = "place", noteJa = "説明", noteEn = "A note")
            String id) {}

    @Sheet(ja = "出所", en = "Sources")
    record Source(
            @Column(ja = "行先\n(ID)", en = "Place\n(ID)", link = "place", noteJa = "説明", noteEn = "A note")
            String id) {}

    private static XSSFWorkbook workbook(List<String> sources) throws IOException {
        Table<Place> places = Table.of(Place.class, List.of(new Place("a"), new Place("b"), new Place("a")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(Language.JA, "", LocalDate.of(2026, 11, 23))) {
            workbook.announce(places)
                    .sheet(Table.of(
                            Source.class, sources.stream().map(Source::new).toList()))
                    .sheet(places)
                    .write(out);
        }
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void aCellLeadsToTheFirstRowThatItsTextNames() throws IOException {
        try (XSSFWorkbook workbook = workbook(List.of("b", "a", "c"))) {
            XSSFSheet sheet = workbook.getSheet("出所");
            assertThat(sheet.getRow(3).getCell(0).getHyperlink().getLocation()).isEqualTo("'行先 一覧'!A5");
            assertThat(sheet.getRow(4).getCell(0).getHyperlink().getLocation()).isEqualTo("'行先 一覧'!A4");
            assertThat(sheet.getRow(5).getCell(0).getHyperlink()).isNull();
            assertThat(workbook.getSheet("行先 一覧").getRow(4).getCell(0).getStringCellValue())
                    .isEqualTo("b");
        }
    }

    @Test
    void noSheetHasMoreLinksThanExcelOpens() throws IOException {
        List<String> many =
                IntStream.range(0, Links.MOST + 5).mapToObj(it -> "a").toList();
        try (XSSFWorkbook workbook = workbook(many)) {
            assertThat(workbook.getSheet("出所").getHyperlinkList()).hasSize(Links.MOST);
            assertThat(workbook.getSheet("出所").getLastRowNum()).isEqualTo(Links.MOST + 5 + 2);
        }
    }

    @Test
    void onlySheetsThatLeadSomewhereHaveNotesOnTheirTitles() throws IOException {
        try (XSSFWorkbook workbook = workbook(List.of("a"))) {
            assertThat(workbook.getSheet("出所").getCellComments()).hasSize(1);
            assertThat(workbook.getSheet("行先 一覧").getCellComments()).isEmpty();
        }
    }

    @Test
    void aFlatSheetIsATableWithANameAndItsTitlesAsItsCellsHaveThem() throws IOException {
        try (XSSFWorkbook workbook = workbook(List.of("a", "b"))) {
            XSSFTable table = workbook.getSheet("出所").getTables().get(0);
            assertThat(table.getCTTable().getRef()).isEqualTo("A3:A5");
            assertThat(table.getCTTable()
                            .getTableColumns()
                            .getTableColumnArray(0)
                            .getName())
                    .isEqualTo("行先_x000a_(ID)");
            assertThat(workbook.getName("行先_一覧").getRefersToFormula()).isEqualTo("'行先 一覧'!$A$4:$A$6");
        }
    }
}
