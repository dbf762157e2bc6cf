package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Cover;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
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
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, 3 * 256);
        sheet.setColumnWidth(LABEL, 42 * 256);
        sheet.setColumnWidth(VALUE, VALUE_WIDTH * 256);
        int next = 1;
        next = line(sheet, next, 26, cover.organisation(), Role.COVER_ORGANISATION);
        next = line(sheet, next, 46, cover.title(), Role.COVER_TITLE);
        next = line(sheet, next, 24, cover.subtitle(), Role.NOTE);
        for (Cover.Section section : cover.sections()) {
            next = line(sheet, next, 34, section.title(), Role.COVER_SECTION);
            for (Cover.Entry entry : section.entries()) {
                next = entry(sheet, next, entry);
            }
        }
        page.apply(sheet, VALUE_WIDTH);
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, VALUE, 0, next);
    }

    private int line(SXSSFSheet sheet, int at, float height, String text, Role role) {
        SXSSFRow row = sheet.createRow(at);
        row.setHeightInPoints(height);
        cell(row, LABEL, text, role);
        cell(row, VALUE, "", role);
        sheet.addMergedRegion(new CellRangeAddress(at, at, LABEL, VALUE));
        return at + 1;
    }

    private int entry(SXSSFSheet sheet, int at, Cover.Entry entry) {
        SXSSFRow row = sheet.createRow(at);
        // The cover's font is a fifth larger than the one that widths are counted in.
        row.setHeightInPoints(8 + 16 * WrappedLines.count(entry.value(), VALUE_WIDTH * 5 / 6, MOST_LINES));
        cell(row, LABEL, entry.label(), Role.COVER_LABEL);
        cell(row, VALUE, entry.value(), Role.COVER_VALUE);
        return at + 1;
    }

    private void cell(SXSSFRow row, int column, String text, Role role) {
        String clean = CellText.clean(text);
        SXSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.style(Look.of(role).quoted(CellText.looksLikeFormula(clean))));
        cell.setCellValue(CellText.forWorkbook(clean));
    }
}
