package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;

/**
 * The cell above a table that an ID is typed into, and beside it the way to the first row of that ID: the only formula of a
 * sheet. It costs one cell where links on every row would pass Excel's limit.
 */
record LookUp(CellWriter cells, List<TableColumn> columns, Language language) {

    /** Whether the rows of that table can be looked up. */
    static boolean offeredBy(Table<?> table) {
        return table.columns().stream().anyMatch(TableColumn::identity);
    }

    /**
     * Writes the row.
     *
     * @param row index of the row to write
     * @param firstRow index of the first row of the table
     */
    void write(int row, int firstRow) {
        int sought = IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).identity())
                .findFirst()
                .orElseThrow();
        SXSSFRow line = cells.row(row, 20);
        cells.text(line, 0, language.choose("ID検索", "Find ID"), Look.of(Role.NOTE));
        cells.text(line, 1, "", Look.of(Role.BODY).input(true));
        String hint = language.choose("← ", "← ")
                + columns.get(sought).title().in(language).replace('\n', ' ')
                + language.choose(" を入力するとその行へ進める", ": type one to get a link to its row");
        SXSSFCell way = cells.cell(line, 2, Look.of(Role.NOTE).linked(true));
        way.setCellFormula(formula(row, firstRow, sought, hint));
        way.setCellValue(hint);
    }

    private String formula(int row, int firstRow, int sought, String hint) {
        String typed = new CellReference(row, 1, true, true).formatAsString();
        String column = CellReference.convertNumToColString(sought);
        String found = "(MATCH(" + typed + ",$" + column + "$" + (firstRow + 1) + ":$" + column + "$"
                + SheetWriter.EXCEL_ROWS + ",0)+" + firstRow + ")";
        String sheet = cells.sheet().getSheetName().replace("'", "''").replace("\"", "\"\"");
        return "IF(" + typed + "=\"\"," + quoted(hint) + ",IFERROR(HYPERLINK(\"#'" + sheet + "'!A\"&" + found + ","
                + quoted(language.choose("→ ", "→ row ")) + "&" + found + language.choose("&\" 行へ\"", "") + "),"
                + quoted(language.choose("× この表にはありません", "× not in this table")) + "))";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
