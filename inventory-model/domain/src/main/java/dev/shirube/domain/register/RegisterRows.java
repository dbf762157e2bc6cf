package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Rows of text under a header, with the columns found by their names in either language, in any order. */
final class RegisterRows {

    /**
     * One row of data.
     *
     * @param number as a spreadsheet counts
     */
    record Row(int number, Map<RegisterColumn, String> cells, Map<String, String> others) {
        String cell(RegisterColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<RegisterColumn, String> headings = new LinkedHashMap<>();

    private RegisterRows() {}

    /** Reads the header and all rows that are not blank. Where the header is not usable there are problems and no rows. */
    static RegisterRows of(List<RegisterColumn> columns, List<List<String>> table) {
        RegisterRows result = new RegisterRows();
        int header = firstFilled(table, 0);
        Map<Integer, RegisterColumn> positions =
                header < table.size() ? result.header(columns, table.get(header), header + 1) : Map.of();
        for (RegisterColumn column : columns) {
            if (column.required() && !positions.containsValue(column)) {
                Expectation missing = Expectation.missingColumn(column.japanese(), column.id());
                result.problems.add(RowProblem.error(header + 1, "", "", missing));
            }
        }
        if (result.problems.isEmpty()) {
            result.read(positions, table, header);
        }
        return result;
    }

    private static int firstFilled(List<List<String>> table, int from) {
        int row = from;
        while (row < table.size() && blank(table.get(row))) {
            row++;
        }
        return row;
    }

    private static boolean blank(List<String> row) {
        return row.stream().allMatch(cell -> CellText.plain(cell).isEmpty());
    }

    private Map<Integer, RegisterColumn> header(List<RegisterColumn> columns, List<String> header, int number) {
        Map<Integer, RegisterColumn> positions = new LinkedHashMap<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Optional<RegisterColumn> column = named(columns, header.get(i));
            String meaning = column.map(RegisterColumn::id).orElseGet(unnamed(header.get(i)));
            Integer first = meaning.isEmpty() ? null : seen.putIfAbsent(meaning, i + 1);
            if (first != null) {
                problems.add(RowProblem.error(number, header.get(i), "", Expectation.duplicateColumn(first)));
            } else if (column.isPresent()) {
                positions.put(i, column.get());
                headings.put(column.get(), CellText.plain(header.get(i)));
            }
        }
        return positions;
    }

    private static Supplier<String> unnamed(String heading) {
        return () -> CellText.fold(heading);
    }

    private static Optional<RegisterColumn> named(List<RegisterColumn> columns, String heading) {
        return columns.stream().filter(column -> column.isNamed(heading)).findFirst();
    }

    private void read(Map<Integer, RegisterColumn> positions, List<List<String>> table, int header) {
        List<String> titles = table.get(header);
        int first = isSecondHeader(positions, table, header + 1) ? header + 2 : header + 1;
        for (int i = first; i < table.size(); i++) {
            if (!blank(table.get(i))) {
                rows.add(row(positions, titles, table.get(i), i + 1));
            }
        }
    }

    /** The template names every column twice, once in each language. */
    private static boolean isSecondHeader(Map<Integer, RegisterColumn> positions, List<List<String>> table, int index) {
        return index < table.size()
                && positions.entrySet().stream()
                        .allMatch(position -> position.getKey()
                                        < table.get(index).size()
                                && position.getValue().isNamed(table.get(index).get(position.getKey())));
    }

    private static Row row(
            Map<Integer, RegisterColumn> positions, List<String> titles, List<String> cells, int number) {
        Map<RegisterColumn, String> known = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            RegisterColumn column = positions.get(i);
            String title = i < titles.size() ? CellText.plain(titles.get(i)) : "";
            if (column != null) {
                known.put(column, cell);
            } else if (!title.isEmpty() && !cell.isEmpty()) {
                others.put(title, cell);
            }
        }
        return new Row(number, known, others);
    }

    List<Row> rows() {
        return rows;
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** The column as this file names it. */
    String heading(RegisterColumn column) {
        return headings.getOrDefault(column, column.name(Language.JA));
    }
}
