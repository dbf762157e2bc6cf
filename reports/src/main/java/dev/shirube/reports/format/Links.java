package dev.shirube.reports.format;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;

/** Where the rows of tables will stand, by what names them, so that an earlier sheet can lead to a later one. */
final class Links {
    /** Excel opens no workbook with more than 65,530 links on a sheet; we stay well below. */
    static final int MOST = 60_000;

    private final Map<String, Map<String, String>> places = new HashMap<>();
    private final Language language;
    private final int maximumRows;

    Links(Language language, int maximumRows) {
        this.language = language;
        this.maximumRows = maximumRows;
    }

    /** Takes note of the rows of that table; those beyond its first sheet are not led to. */
    <R extends Record> void add(Table<R> table) {
        List<TableColumn> columns = table.columns();
        int row = SheetHead.rows(table);
        if (columns.stream().allMatch(it -> it.key().isEmpty())) {
            return;
        }
        for (R value : table.rows()) {
            if (row == maximumRows) {
                return;
            }
            List<Cell> cells = table.cells(value, language);
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).key().isEmpty()
                        && cells.get(i) instanceof Cell.Text text
                        && !text.text().isEmpty()) {
                    places.computeIfAbsent(columns.get(i).key(), it -> new HashMap<>())
                            .putIfAbsent(text.text(), place(table.name().in(language), row, i));
                }
            }
            row++;
        }
    }

    private static String place(String sheet, int row, int column) {
        return new CellReference(sheet, row, column, false, false).formatAsString();
    }

    /** The cell that a text in that column leads to. */
    Optional<String> target(TableColumn column, String text) {
        return Optional.ofNullable(places.getOrDefault(column.link(), Map.of()).get(text));
    }
}
