package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.TableColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFTable;

/**
 * Declares what Excel knows of a written table: a name for its cells, and, where no two titles are alike, that it is one
 * (ECMA-376 part 1, section 18.5).
 */
record TableParts(SXSSFWorkbook workbook, Language language) {

    /** A name of the cells under the titles, made of the sheet's: what is neither letter nor digit is an underscore in it. */
    void name(String sheet, int firstRow, int lastRow, int columns) {
        Name name = workbook.createName();
        name.setNameName(identifier(sheet));
        name.setRefersToFormula(area(sheet, firstRow, lastRow, columns, true).formatAsString());
    }

    /**
     * Makes the cells a table with a filter on each title.
     *
     * @return whether it is one: not where it has no rows, or two titles are the same
     */
    boolean table(String sheet, List<TableColumn> columns, int headerRow, int lastRow) {
        Set<String> titles = new HashSet<>();
        for (TableColumn column : columns) {
            String title = column.title().in(language);
            if (title.isEmpty() || column.inBand() || !titles.add(title.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        if (lastRow <= headerRow) {
            return false;
        }
        // A table names its cells without dollar signs.
        AreaReference area = area(sheet, headerRow, lastRow, columns.size(), false);
        XSSFTable table = workbook.getXSSFWorkbook().getSheet(sheet).createTable(area);
        String name = "T_" + identifier(sheet);
        table.setName(name);
        table.setDisplayName(name);
        table.getCTTable().addNewAutoFilter().setRef(table.getCTTable().getRef());
        for (int i = 0; i < columns.size(); i++) {
            // A title has to be the text of its cell, a line feed written as section 22.9.2.19 escapes it.
            String title = columns.get(i).title().in(language).replace("\n", "_x000a_");
            table.getCTTable().getTableColumns().getTableColumnArray(i).setName(title);
        }
        return true;
    }

    private static AreaReference area(String sheet, int firstRow, int lastRow, int columns, boolean fixed) {
        return new AreaReference(
                new CellReference(sheet, firstRow, 0, fixed, fixed),
                new CellReference(sheet, lastRow, columns - 1, fixed, fixed),
                SpreadsheetVersion.EXCEL2007);
    }

    private static String identifier(String sheet) {
        String name = sheet.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("_$", "");
        return Character.isLetter(name.charAt(0)) ? name : "_" + name;
    }
}
