package dev.shirube.reports.format;

import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Puts styled cells on a sheet; every text goes through here and is made safe on the way. */
record CellWriter(SXSSFSheet sheet, StyleBook styles) {

    /** The row at that index from 0, that many points tall. */
    SXSSFRow row(int index, float height) {
        SXSSFRow row = sheet.createRow(index);
        row.setHeightInPoints(height);
        return row;
    }

    /** An empty cell of that look. */
    SXSSFCell cell(SXSSFRow row, int column, Look look) {
        SXSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.style(look));
        return cell;
    }

    /** A cell of text; what looks like a formula is marked as text, as if an apostrophe had been typed before it. */
    void text(SXSSFRow row, int column, String text, Look look) {
        String clean = CellText.clean(text);
        SXSSFCell cell = cell(row, column, look.quoted(CellText.looksLikeFormula(clean)));
        if (!clean.isEmpty()) {
            cell.setCellValue(CellText.forWorkbook(clean));
        }
    }
}
