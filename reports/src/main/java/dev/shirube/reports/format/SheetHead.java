package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.reports.format.Look.Role;
import dev.shirube.reports.table.Align;
import dev.shirube.reports.table.Band;
import dev.shirube.reports.table.Mark;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.xssf.streaming.SXSSFRow;

/** Writes what stands above the rows of a table: its title, how to read it, the legend of its marks, and the headings. */
final class SheetHead {
    private final CellWriter cells;
    private final Table<?> table;
    private final List<TableColumn> columns;
    private final Language language;
    private int next;

    SheetHead(CellWriter cells, Table<?> table, Language language) {
        this.cells = cells;
        this.table = table;
        this.columns = table.columns();
        this.language = language;
    }

    /** How many rows above the titles hold the headings that the columns of the band share. */
    static int groupRows(Table<?> table) {
        return table.band().headings().isEmpty() ? 0 : 2;
    }

    /** How many rows stand above the first row of that table. */
    static int rows(Table<?> table) {
        return 3 + groupRows(table) + (LookUp.offeredBy(table) ? 1 : 0);
    }

    /** How many columns stand before the band; all of them where there is none. */
    static int columnsBeforeBand(List<TableColumn> columns) {
        int i = 0;
        while (i < columns.size() && !columns.get(i).inBand()) {
            i++;
        }
        return i;
    }

    /** Writes the head and returns the index of the row of titles. */
    int write() {
        line(28, table.name(), Role.TITLE, 0);
        line(22, table.note(), Role.NOTE, 1);
        if (LookUp.offeredBy(table)) {
            new LookUp(cells, columns, language).write(next++, rows(table));
        }
        if (groupRows(table) > 0) {
            group(17, Band.Heading::group);
            group(15, Band.Heading::subgroup);
        }
        titles();
        return next - 1;
    }

    private void line(float height, Text text, Role role, int half) {
        SXSSFRow row = cells.row(next++, height);
        cells.text(row, 0, text.in(language), Look.of(role));
        legend(row, half);
    }

    /** The meaning of the marks, in two rows above the band that they stand in. */
    private void legend(SXSSFRow row, int half) {
        List<Mark> marks = table.legend().stream()
                .filter(mark -> !mark.symbol().in(language).isEmpty())
                .toList();
        int perRow = (marks.size() + 1) / 2;
        int span = marks.isEmpty() ? 0 : table.band().headings().size() / perRow;
        if (span < 2) {
            return;
        }
        int column = columnsBeforeBand(columns);
        int from = half * perRow;
        for (Mark mark : marks.subList(from, Math.min(from + perRow, marks.size()))) {
            cells.text(row, column, mark.symbol().in(language), Look.mark(mark.shade(), false));
            cells.text(row, column + 1, " " + mark.meaning().in(language), Look.of(Role.NOTE));
            column += span;
        }
    }

    /** A heading stands in the first column of its group and runs on over the others: nothing is merged. */
    private void group(float height, Function<Band.Heading, Text> line) {
        SXSSFRow row = cells.row(next++, height);
        boolean alternate = true;
        for (int i = columnsBeforeBand(columns);
                i < columns.size() && columns.get(i).inBand();
                i++) {
            int heading = columns.get(i).heading();
            boolean starts = table.band().startsGroup(heading);
            alternate ^= starts;
            String label =
                    starts ? line.apply(table.band().headings().get(heading)).in(language) : "";
            cells.text(row, i, label, Look.of(Role.GROUP).heading(alternate));
        }
    }

    private void titles() {
        SXSSFRow row = cells.row(next++, 34);
        for (int i = 0; i < columns.size(); i++) {
            TableColumn column = columns.get(i);
            boolean now = column.inBand()
                    && table.band().headings().get(column.heading()).current();
            Look look = Look.of(Role.HEADER)
                    .align(Align.CENTRE)
                    .input(column.input())
                    .heading(now)
                    .groupStart(column.inBand() && table.band().startsGroup(column.heading()));
            cells.text(row, i, column.title().in(language) + (now ? "\n▼" : ""), look);
        }
    }
}
