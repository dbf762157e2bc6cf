package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes one table, on as many sheets as it needs. */
final class SheetWriter<R extends Record> {
    /** Excel's limit on the rows of a sheet. */
    static final int EXCEL_ROWS = 1_048_576;

    /** Excel's limit on the width of a column. */
    private static final int WIDEST = 255;

    private final SXSSFWorkbook workbook;
    private final StyleBook styles;
    private final PageSetup page;
    private final Language language;
    private final Table<R> table;
    private final List<TableColumn> columns;
    private final int maximumRows;

    private CellWriter cells;
    private int parts;
    private int headerRow;
    private int next;

    SheetWriter(
            SXSSFWorkbook workbook,
            StyleBook styles,
            PageSetup page,
            Language language,
            Table<R> table,
            int maximumRows) {
        this.workbook = workbook;
        this.styles = styles;
        this.page = page;
        this.language = language;
        this.table = table;
        this.columns = table.columns();
        this.maximumRows = maximumRows;
    }

    void write() {
        begin();
        for (R row : table.rows()) {
            if (next == maximumRows) {
                end();
                begin();
            }
            body(row);
        }
        end();
    }

    private void begin() {
        parts++;
        SXSSFSheet sheet = workbook.createSheet(name());
        sheet.setDisplayGridlines(false);
        sheet.setZoom(85);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, Math.min(columns.get(i).width(), WIDEST) * 256);
        }
        cells = new CellWriter(sheet, styles);
        headerRow = new SheetHead(cells, table, language).write();
        next = headerRow + 1;
    }

    /** The later sheets of a long table are numbered, within Excel's limit on the length of a name. */
    private String name() {
        String name = table.name().in(language);
        String number = parts == 1 ? "" : " (" + parts + ")";
        return name.substring(0, Math.min(name.length(), Table.NAME_LIMIT - number.length())) + number;
    }

    private void end() {
        SXSSFSheet sheet = cells.sheet();
        int last = next - 1;
        sheet.setAutoFilter(new CellRangeAddress(headerRow, last, 0, SheetHead.columnsBeforeBand(columns) - 1));
        sheet.createFreezePane(table.frozen(), headerRow + 1);
        sheet.setRepeatingRows(new CellRangeAddress(headerRow - SheetHead.groupRows(table), headerRow, -1, -1));
        if (table.frozen() > 0) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, table.frozen() - 1));
        }
        page.apply(
                sheet,
                columns.stream().mapToInt(TableColumn::width).sum(),
                !table.band().headings().isEmpty());
        if (last > headerRow) {
            new EntryRules(sheet, language).apply(columns, headerRow + 1, last);
        }
    }

    private void body(R value) {
        boolean heading = table.heading(value);
        boolean fillable = table.fillable(value);
        List<Cell> values = table.cells(value, language);
        SXSSFRow row = cells.row(next++, RowHeight.of(columns, values));
        for (int i = 0; i < values.size(); i++) {
            put(row, i, values.get(i), heading, fillable);
        }
    }

    private void put(SXSSFRow row, int index, Cell value, boolean heading, boolean fillable) {
        TableColumn column = columns.get(index);
        Look look = Look.of(Role.BODY).align(column.align()).heading(heading).input(column.input() && fillable);
        if (value instanceof Cell.Text text) {
            cells.text(row, index, text.text(), look.tone(text.tone()));
        } else if (value instanceof Cell.Number number) {
            cells.cell(row, index, look).setCellValue(number.value());
        } else if (value instanceof Cell.Date date) {
            put(row, index, date.value(), look);
        } else if (value instanceof Cell.Marked marked) {
            Look mark = Look.mark(marked.mark().shade(), table.band().startsGroup(column.heading()));
            cells.text(row, index, marked.mark().symbol().in(language), mark.heading(heading));
        }
    }

    /** Excel counts days from 1900 to 9999, and miscounts early 1900: whatever lies beyond is written as text. */
    private void put(SXSSFRow row, int index, LocalDate day, Look look) {
        if (day.getYear() > 1900 && day.getYear() <= 9999) {
            cells.cell(row, index, look.date(true)).setCellValue(day);
        } else {
            cells.text(row, index, day.toString(), look);
        }
    }
}
