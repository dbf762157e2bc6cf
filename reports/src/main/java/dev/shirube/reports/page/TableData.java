package dev.shirube.reports.page;

import dev.shirube.domain.Language;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sheet's table as the page reads it: the same columns with the same titles, value by value in both languages. */
final class TableData {
    private TableData() {}

    /** Writes that table under that name, bands left out. */
    static <R extends Record> void write(PageJson json, String name, Table<R> table) {
        List<TableColumn> columns = table.columns();
        List<CodedColumn> coded = new ArrayList<>();
        columns.forEach(it -> coded.add(new CodedColumn()));
        int rows = 0;
        for (R row : table.rows()) {
            rows++;
            List<Cell> ja = table.cells(row, Language.JA);
            List<Cell> en = table.cells(row, Language.EN);
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).inBand()) {
                    coded.get(i).add(ja.get(i), en.get(i));
                }
            }
        }
        int count = rows;
        json.object(name, it -> {
            json.said("name", table.name());
            json.said("note", table.note());
            json.number("rows", count);
            json.list("columns", list -> {
                for (int i = 0; i < columns.size(); i++) {
                    if (!columns.get(i).inBand()) {
                        column(json, columns.get(i), coded.get(i));
                    }
                }
            });
        });
    }

    private static void column(PageJson json, TableColumn column, CodedColumn coded) {
        json.object(it -> {
            json.text("id", column.id());
            json.said("title", column.title());
            json.said("note", column.note());
            json.text("kind", column.kind().name().toLowerCase(Locale.ROOT));
            json.number("width", column.width());
            json.truth("input", column.input());
            coded.write(json);
        });
    }
}
