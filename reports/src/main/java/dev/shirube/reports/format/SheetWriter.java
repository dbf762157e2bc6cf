package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
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
    private final Links links;

    private CellWriter cells;
    private int linked;
    private int parts;
    private int headerRow;
    private int next;

    SheetWriter(
            SXSSFWorkbook workbook,
            StyleBook styles,
            PageSetup page,
            Language language,
            Table<R> table,
            int maximumRows,
            Links links) {
        this.workbook = workbook;
        this.styles = styles;
        this.page = page;
        this.language = language;
        this.table = table;
        this.columns = table.columns();
        this.maximumRows = maximumRows;
        this.links = links;
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
        linked = 0;
        SXSSFSheet sheet = workbook.createSheet(name());
        sheet.setDisplayGridlines(false);
        sheet.setZoom(85);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, Math.min(columns.get(i).width(), WIDEST) * 256);
        }
        cells = new CellWriter(sheet, styles);
        headerRow = new SheetHead(cells, table, language).write();
        if (leads()) {
            new HeadNotes(sheet, language).write(columns, headerRow);
        }
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
        TableParts declared = new TableParts(workbook, language);
        if (!declared.table(sheet.getSheetName(), columns, headerRow, last)) {
            sheet.setAutoFilter(new CellRangeAddress(headerRow, last, 0, SheetHead.columnsBeforeBand(columns) - 1));
        }
        if (last > headerRow) {
            declared.name(sheet.getSheetName(), headerRow + 1, last, columns.size());
        }
        sheet.createFreezePane(table.frozen(), headerRow + 1);
        sheet.setRepeatingRows(new CellRangeAddress(headerRow - SheetHead.groupRows(table), headerRow, -1, -1));
        if (table.frozen() > 0) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, table.frozen() - 1));
        }
        page.apply(
                sheet,
                columns.stream().mapToInt(TableColumn::width).sum(),
                !table.band().headings().isEmpty());
        if (columns.stream().anyMatch(TableColumn::input)) {
            protect(sheet);
        }
        if (last > headerRow) {
            new EntryRules(sheet, language).apply(columns, headerRow + 1, last);
            new ChoiceColours(sheet, language).apply(columns, headerRow + 1, last);
        }
    }

    /** Against slips only, without a password: owners' cells are unlocked, and looking at the sheet in another way is free. */
    private static void protect(SXSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockAutoFilter(false);
        sheet.lockSort(false);
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockInsertColumns(false);
        sheet.lockInsertRows(false);
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
            text(row, index, text, column.input() ? look : look.tone(text.tone()));
        } else if (value instanceof Cell.Number number) {
            cells.cell(row, index, look).setCellValue(number.value());
        } else if (value instanceof Cell.Date date) {
            put(row, index, date.value(), look);
        } else if (value instanceof Cell.Marked marked) {
            Look mark = Look.mark(marked.mark().shade(), table.band().startsGroup(column.heading()));
            cells.text(row, index, marked.mark().symbol().in(language), mark.heading(heading));
        }
    }

    private void text(SXSSFRow row, int index, Cell.Text value, Look look) {
        Optional<String> target =
                linked < Links.MOST ? links.target(columns.get(index), value.text()) : Optional.empty();
        cells.text(row, index, value.text(), look.linked(target.isPresent()));
        if (target.isPresent()) {
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress(target.get());
            row.getCell(index).setHyperlink(link);
            linked++;
        }
    }

    /** Whether its cells lead to other sheets. */
    private boolean leads() {
        return columns.stream().anyMatch(it -> !it.link().isEmpty());
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
