package dev.shirube.reports.format;

import dev.shirube.reports.table.Chart;
import dev.shirube.reports.table.Dashboard;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** Where the numbers of each chart stand on the sheet of values: one table under another, in the order of the charts. */
record ChartPlaces(Dashboard dashboard, String sheet) {

    /** Rows of the sheet's own title and note. */
    static final int HEAD = 2;
    /** Rows above the numbers of a table: its title and the names of its series. */
    static final int TITLES = 2;

    /** Row of the title of that chart's table. */
    int top(int chart) {
        int row = HEAD + 1;
        for (int i = 0; i < chart; i++) {
            row += TITLES + dashboard.charts().get(i).categories().size() + 1;
        }
        return row;
    }

    /** The categories, as a formula names them. */
    String categories(int chart) {
        return range(chart, 0);
    }

    /** The numbers of that series. */
    String values(int chart, int series) {
        return range(chart, 1 + series);
    }

    /** The name of that series. */
    CellReference name(int chart, int series) {
        return new CellReference(sheet, top(chart) + 1, 1 + series, true, true);
    }

    private String range(int chart, int column) {
        Chart it = dashboard.charts().get(chart);
        int first = top(chart) + TITLES;
        return new CellRangeAddress(first, first + it.categories().size() - 1, column, column)
                .formatAsString(sheet, true);
    }
}
