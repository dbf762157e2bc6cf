package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Chart;
import dev.shirube.reports.table.Dashboard;
import java.util.OptionalInt;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes the numbers of the charts of a dashboard, so that each can be read, checked and copied. */
final class ChartValuesWriter {
    private static final int CATEGORY_WIDTH = 24;
    private static final int VALUE_WIDTH = 15;

    private final SXSSFWorkbook workbook;
    private final StyleBook styles;
    private final PageSetup page;
    private final Language language;

    ChartValuesWriter(SXSSFWorkbook workbook, StyleBook styles, PageSetup page, Language language) {
        this.workbook = workbook;
        this.styles = styles;
        this.page = page;
        this.language = language;
    }

    void write(Dashboard dashboard) {
        SXSSFSheet sheet = workbook.createSheet(dashboard.values().in(language));
        sheet.setDisplayGridlines(false);
        sheet.setZoom(85);
        CellWriter cells = new CellWriter(sheet, styles);
        int widest = dashboard.charts().stream()
                .mapToInt(it -> it.series().size())
                .max()
                .orElse(0);
        sheet.setColumnWidth(0, CATEGORY_WIDTH * 256);
        for (int i = 1; i <= widest; i++) {
            sheet.setColumnWidth(i, VALUE_WIDTH * 256);
        }
        cells.text(cells.row(0, 28), 0, dashboard.values().in(language), Look.of(Role.TITLE));
        String note = language.choose("「", "The numbers that the charts of \"")
                + dashboard.name().in(language)
                + language.choose("」の図の値。空欄は不明。", "\" show. Empty: not known.");
        cells.text(cells.row(1, 22), 0, note, Look.of(Role.NOTE));
        ChartPlaces places = new ChartPlaces(dashboard, dashboard.values().in(language));
        for (int i = 0; i < dashboard.charts().size(); i++) {
            table(cells, places.top(i), dashboard.charts().get(i));
        }
        page.apply(sheet, CATEGORY_WIDTH + widest * VALUE_WIDTH, false);
    }

    private void table(CellWriter cells, int top, Chart chart) {
        String unit = language.choose("（", " (") + chart.unit().in(language) + language.choose("）", ")");
        cells.text(cells.row(top, 22), 0, chart.title().in(language) + unit, Look.of(Role.COVER_SECTION));
        SXSSFRow titles = cells.row(top + 1, 34);
        Look head = Look.of(Role.HEADER).align(Align.CENTRE);
        cells.text(titles, 0, chart.category().in(language), head);
        for (int i = 0; i < chart.series().size(); i++) {
            cells.text(titles, i + 1, chart.series().get(i).name().in(language), head);
        }
        Look number = Look.of(Role.BODY).align(Align.RIGHT);
        for (int i = 0; i < chart.categories().size(); i++) {
            SXSSFRow row = cells.row(top + ChartPlaces.TITLES + i, 16);
            cells.text(row, 0, chart.categories().get(i).in(language), Look.of(Role.BODY));
            for (int j = 0; j < chart.series().size(); j++) {
                OptionalInt value = chart.series().get(j).values().get(i);
                if (value.isPresent()) {
                    cells.cell(row, j + 1, number).setCellValue(value.getAsInt());
                } else {
                    cells.cell(row, j + 1, number);
                }
            }
        }
    }
}
