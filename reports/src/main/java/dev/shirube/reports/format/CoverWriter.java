package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Cover;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes the first page: the title, and sections of labelled values under it. */
final class CoverWriter {
    private static final int LABEL = 1;
    private static final int VALUE = 2;
    private static final int VALUE_WIDTH = 110;
    private static final int MOST_LINES = 20;

    private final SXSSFWorkbook workbook;
    private final StyleBook styles;
    private final PageSetup page;
    private final Language language;

    CoverWriter(SXSSFWorkbook workbook, StyleBook styles, PageSetup page, Language language) {
        this.workbook = workbook;
        this.styles = styles;
        this.page = page;
        this.language = language;
    }

    void write(Cover cover) {
        SXSSFSheet sheet = workbook.createSheet(cover.name().in(language));
        CellWriter cells = new CellWriter(sheet, styles);
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, 3 * 256);
        sheet.setColumnWidth(LABEL, 42 * 256);
        sheet.setColumnWidth(VALUE, VALUE_WIDTH * 256);
        int next = 1;
        next = line(cells, next, 26, cover.organisation(), Role.COVER_ORGANISATION);
        next = line(cells, next, 46, cover.title(), Role.COVER_TITLE);
        next = line(cells, next, 24, cover.subtitle(), Role.NOTE);
        for (Cover.Section section : cover.sections()) {
            next = line(cells, next, 34, section.title(), Role.COVER_SECTION);
            for (Cover.Entry entry : section.entries()) {
                next = entry(cells, next, entry);
            }
        }
        page.apply(sheet, VALUE_WIDTH, true);
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, VALUE, 0, next);
    }

    private static int line(CellWriter cells, int at, float height, String text, Role role) {
        SXSSFRow row = cells.row(at, height);
        cells.text(row, LABEL, text, Look.of(role));
        cells.text(row, VALUE, "", Look.of(role));
        cells.sheet().addMergedRegion(new CellRangeAddress(at, at, LABEL, VALUE));
        return at + 1;
    }

    private static int entry(CellWriter cells, int at, Cover.Entry entry) {
        // The cover's font is a fifth larger than the one that widths are counted in.
        int lines = WrappedLines.count(entry.value(), VALUE_WIDTH * 5 / 6, MOST_LINES);
        SXSSFRow row = cells.row(at, 8 + 16 * lines);
        cells.text(row, LABEL, entry.label(), Look.of(Role.COVER_LABEL));
        cells.text(row, VALUE, entry.value(), Look.of(Role.COVER_VALUE));
        return at + 1;
    }
}
