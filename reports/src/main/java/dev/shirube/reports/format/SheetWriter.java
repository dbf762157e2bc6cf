package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Band;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Mark;
import dev.shirube.reports.table.Shade;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes one table, on as many sheets as it needs. */
final class SheetWriter<R extends Record> {
    /** Excel's limit on the rows of a sheet. */
    static final int EXCEL_ROWS = 1_048_576;

    /** Characters of the widest column that Excel takes. */
    private static final int WIDEST = 255;

    private final SXSSFWorkbook workbook;
    private final StyleBook styles;
    private final PageSetup page;
    private final Language language;
    private final Table<R> table;
    private final List<TableColumn> columns;
    private final int maximumRows;

    private SXSSFSheet sheet;
    private int parts;
    private int next;
    private int headerRow;

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
        next = 0;
        String name = table.name().in(language);
        sheet = workbook.createSheet(parts == 1 ? name : name + " (" + parts + ")");
        sheet.setDisplayGridlines(false);
        sheet.setZoom(85);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, Math.min(columns.get(i).width(), WIDEST) * 256);
        }
        title();
        note();
        if (!table.band().headings().isEmpty()) {
            group(Band.Heading::group, 17);
            group(Band.Heading::subgroup, 15);
        }
        header();
    }

    private void end() {
        int last = Math.max(next - 1, headerRow);
        long filtered = columns.stream().filter(column -> !column.inBand()).count();
        sheet.setAutoFilter(new CellRangeAddress(headerRow, last, 0, (int) filtered - 1));
        sheet.createFreezePane(table.frozen(), headerRow + 1);
        sheet.setRepeatingRows(new CellRangeAddress(headerRow - bandRows(), headerRow, -1, -1));
        if (table.frozen() > 0) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, table.frozen() - 1));
        }
        page.apply(sheet, columns.stream().mapToInt(TableColumn::width).sum());
        if (last > headerRow) {
            new EntryRules(sheet, language).apply(columns, headerRow + 1, last);
        }
    }

    private int bandRows() {
        return table.band().headings().isEmpty() ? 0 : 2;
    }

    private void title() {
        SXSSFRow row = row(28);
        text(row, 0, table.name().in(language), Look.of(Role.TITLE));
        legend(row, 0);
    }

    private void note() {
        SXSSFRow row = row(22);
        text(row, 0, table.note().in(language), Look.of(Role.NOTE));
        legend(row, 1);
    }

    /** The meaning of the marks, in two rows above the band that they stand in. */
    private void legend(SXSSFRow row, int half) {
        List<Mark> marks = table.legend().stream()
                .filter(mark -> !mark.symbol().in(language).isEmpty())
                .toList();
        int first = firstOfBand();
        int perRow = (marks.size() + 1) / 2;
        int span = marks.isEmpty() ? 0 : table.band().headings().size() / perRow;
        if (span < 2) {
            return;
        }
        int from = half * perRow;
        for (Mark mark : marks.subList(from, Math.min(from + perRow, marks.size()))) {
            int column = first + (marks.indexOf(mark) - from) * span;
            text(row, column, mark.symbol().in(language), markLook(mark.shade(), false, false));
            text(row, column + 1, " " + mark.meaning().in(language), Look.of(Role.NOTE));
        }
    }

    private void group(java.util.function.Function<Band.Heading, dev.shirube.planner.Text> line, float height) {
        SXSSFRow row = row(height);
        boolean alternate = true;
        for (int i = firstOfBand(); i < columns.size() && columns.get(i).inBand(); i++) {
            int heading = columns.get(i).heading();
            boolean starts = table.band().startsGroup(heading);
            alternate ^= starts;
            String label =
                    starts ? line.apply(table.band().headings().get(heading)).in(language) : "";
            text(row, i, label, Look.of(Role.GROUP).heading(alternate));
        }
    }

    private void header() {
        headerRow = next;
        SXSSFRow row = row(34);
        for (int i = 0; i < columns.size(); i++) {
            TableColumn column = columns.get(i);
            boolean now = column.inBand()
                    && table.band().headings().get(column.heading()).current();
            boolean starts = column.inBand() && table.band().startsGroup(column.heading());
            String title = column.title().in(language) + (now ? "\n▼" : "");
            text(
                    row,
                    i,
                    title,
                    Look.of(Role.HEADER)
                            .align(Align.CENTRE)
                            .input(column.input())
                            .heading(now)
                            .groupStart(starts));
        }
    }

    private void body(R value) {
        boolean heading = table.heading(value);
        List<Cell> cells = table.cells(value, language);
        SXSSFRow row = row(RowHeight.of(columns, cells));
        for (int i = 0; i < cells.size(); i++) {
            TableColumn column = columns.get(i);
            Look look =
                    Look.of(Role.BODY).align(column.align()).heading(heading).input(column.input() && !heading);
            Cell cell = cells.get(i);
            if (cell instanceof Cell.Text text) {
                text(row, i, text.text(), look.tone(text.tone()));
            } else if (cell instanceof Cell.Number number) {
                cell(row, i, look).setCellValue(number.value());
            } else if (cell instanceof Cell.Date date) {
                cell(row, i, look.date(true)).setCellValue(date.value());
            } else if (cell instanceof Cell.Marked marked) {
                boolean starts = table.band().startsGroup(column.heading());
                text(
                        row,
                        i,
                        marked.mark().symbol().in(language),
                        markLook(marked.mark().shade(), starts, heading));
            }
        }
    }

    private static Look markLook(Shade shade, boolean groupStart, boolean heading) {
        return Look.of(Role.MARK)
                .align(Align.CENTRE)
                .shade(shade)
                .groupStart(groupStart)
                .heading(heading);
    }

    private int firstOfBand() {
        int i = 0;
        while (i < columns.size() && !columns.get(i).inBand()) {
            i++;
        }
        return i;
    }

    private SXSSFRow row(float height) {
        SXSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(height);
        return row;
    }

    private SXSSFCell cell(SXSSFRow row, int column, Look look) {
        SXSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.style(look));
        return cell;
    }

    private void text(SXSSFRow row, int column, String text, Look look) {
        String clean = CellText.clean(text);
        SXSSFCell cell = cell(row, column, look.quoted(CellText.looksLikeFormula(clean)));
        if (!clean.isEmpty()) {
            cell.setCellValue(CellText.forWorkbook(clean));
        }
    }
}
