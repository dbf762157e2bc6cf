package dev.shirube.reports.table;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.util.List;

/** The shape of a table of {@link FreeRow}s. */
record FreeShape(Text name, Text note, int frozen, List<TableColumn> columns) implements Shape<FreeRow> {
    @Override
    public List<Mark> marks() {
        return List.of();
    }

    @Override
    public List<Cell> cells(FreeRow row, int headings, Language language) {
        if (row.cells().size() != columns.size()) {
            throw new IllegalArgumentException(
                    "A row has " + row.cells().size() + " cells for " + columns.size() + " columns");
        }
        return row.cells();
    }
}
