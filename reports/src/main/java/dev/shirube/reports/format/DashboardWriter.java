package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Dashboard;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFDrawing;

/** Writes a dashboard as one printed page; its cells are no table, so notes are merged across. */
final class DashboardWriter {
    /** A margin, twelve columns, a gap, twelve columns. */
    private static final int HALF = 12;

    private static final int LEFT = 1;
    private static final int RIGHT = LEFT + HALF + 1;
    private static final int LAST = RIGHT + HALF - 1;
    private static final int WIDTH = 8;
    private static final int MARGIN_WIDTH = 2;
    private static final int CHART_ROWS = 17;
    private static final int NOTE_LINES = 4;

    private final SXSSFWorkbook workbook;
    private final StyleBook styles;
    private final PageSetup page;
    private final Language language;

    DashboardWriter(SXSSFWorkbook workbook, StyleBook styles, PageSetup page, Language language) {
        this.workbook = workbook;
        this.styles = styles;
        this.page = page;
        this.language = language;
    }

    void write(Dashboard dashboard) {
        SXSSFSheet sheet = workbook.createSheet(dashboard.name().in(language));
        sheet.setDisplayGridlines(false);
        sheet.setZoom(85);
        for (int i = 0; i <= LAST; i++) {
            sheet.setColumnWidth(i, (i < LEFT || i == RIGHT - 1 ? MARGIN_WIDTH : WIDTH) * 256);
        }
        CellWriter cells = new CellWriter(sheet, styles);
        cells.text(cells.row(0, 32), LEFT, dashboard.name().in(language), Look.of(Role.TITLE));
        cells.text(cells.row(1, 20), LEFT, dashboard.note().in(language), Look.of(Role.NOTE));
        int next = figures(cells, 3, dashboard.figures()) + 1;
        ChartPlaces places = new ChartPlaces(dashboard, dashboard.values().in(language));
        for (int i = 0; i < dashboard.charts().size(); i += 2) {
            next = charts(cells, next, dashboard, i, places);
        }
        for (Text remark : dashboard.remarks()) {
            int lines = WrappedLines.count(remark.in(language), 2 * HALF * WIDTH, NOTE_LINES);
            cells.text(cells.row(next, 5 + 13 * lines), LEFT, remark.in(language), Look.of(Role.REMARK));
            sheet.addMergedRegion(new CellRangeAddress(next, next, LEFT, LAST));
            next++;
        }
        page.apply(sheet, LAST * WIDTH, true);
        sheet.getPrintSetup().setFitHeight((short) 1);
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, LAST, 0, next);
    }

    /** Cards side by side over the whole width; a card's cells are filled alike, its text runs on over them. */
    private int figures(CellWriter cells, int at, List<Dashboard.Figure> figures) {
        SXSSFRow labels = cells.row(at, 20);
        SXSSFRow values = cells.row(at + 1, 40);
        int perHalf = (figures.size() + 1) / 2;
        int span = perHalf == 0 ? 0 : HALF / perHalf;
        for (int i = 0; i < figures.size(); i++) {
            Dashboard.Figure figure = figures.get(i);
            int first = i < perHalf ? LEFT + i * span : RIGHT + (i - perHalf) * span;
            for (int column = first; column < first + span - 1; column++) {
                boolean text = column == first;
                Look label = Look.of(Role.FIGURE_LABEL).tone(figure.tone());
                cells.text(labels, column, text ? figure.label().in(language) : "", label);
                Look value = Look.of(Role.FIGURE).tone(figure.tone());
                cells.text(values, column, text ? figure.value().in(language) : "", value);
            }
        }
        return at + 2;
    }

    private int charts(CellWriter cells, int at, Dashboard dashboard, int first, ChartPlaces places) {
        List<Integer> columns = List.of(LEFT, RIGHT);
        int lines = 1;
        int count = Math.min(2, dashboard.charts().size() - first);
        for (int i = 0; i < count; i++) {
            String note = dashboard.charts().get(first + i).note().in(language);
            lines = Math.max(lines, WrappedLines.count(note, HALF * WIDTH, NOTE_LINES));
        }
        for (int row = at; row < at + CHART_ROWS; row++) {
            cells.row(row, 18);
        }
        SXSSFRow notes = cells.row(at + CHART_ROWS, 6 + 13 * lines);
        XSSFDrawing drawing = workbook.getXSSFWorkbook()
                .getSheet(dashboard.name().in(language))
                .createDrawingPatriarch();
        for (int i = 0; i < count; i++) {
            int column = columns.get(i);
            new ChartWriter(
                            drawing.createChart(
                                    drawing.createAnchor(0, 0, 0, 0, column, at, column + HALF, at + CHART_ROWS)),
                            dashboard.charts().get(first + i),
                            first + i,
                            places,
                            language)
                    .draw();
            cells.text(notes, column, dashboard.charts().get(first + i).note().in(language), Look.of(Role.REMARK));
            cells.sheet()
                    .addMergedRegion(new CellRangeAddress(at + CHART_ROWS, at + CHART_ROWS, column, column + HALF - 1));
        }
        cells.row(at + CHART_ROWS + 1, 10);
        return at + CHART_ROWS + 2;
    }
}
