package dev.shirube.reports.table;

import java.util.List;

/** A row of a table whose columns are known only when it is made: one cell for each. */
public record FreeRow(List<Cell> cells) {
    /** Keeps an unmodifiable copy. */
    public FreeRow {
        cells = List.copyOf(cells);
    }
}
