package dev.shirube.reports.format;

import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.TableColumn;
import java.util.List;

/**
 * How tall a row of wrapped text is.
 *
 * <p>A streamed workbook cannot leave this to the viewer: some fit rows when they open a file and some do not.
 */
final class RowHeight {
    private static final float LINE = 13.5f;
    private static final float PADDING = 7;

    /** Enough for what people write; a cell with more is read in the cell itself. */
    private static final int MOST_LINES = 12;

    private RowHeight() {}

    static float of(List<TableColumn> columns, List<Cell> cells) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Cell.Text text && !text.text().isEmpty()) {
                // One digit of indent and one of border on the way to the text.
                lines = Math.max(
                        lines, WrappedLines.count(text.text(), columns.get(i).width() - 2, MOST_LINES));
            }
        }
        return PADDING + LINE * lines;
    }
}
