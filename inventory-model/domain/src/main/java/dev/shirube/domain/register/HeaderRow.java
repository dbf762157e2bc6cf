package dev.shirube.domain.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The row of headings of a table, found by what it says: offices put titles, dates and notes above it.
 *
 * @param index of the row in the table; its size where there is none
 * @param positions our columns by their place in the row
 * @param titles of all places, in compatibility form
 * @param problems headings that stand twice
 */
record HeaderRow(int index, Map<Integer, RegisterColumn> positions, List<String> titles, List<RowProblem> problems) {

    /** How far down a header is looked for. */
    private static final int DEEPEST = 100;

    /** The first row that names every required column; if none does, the one that names the most of ours. */
    static HeaderRow find(List<RegisterColumn> columns, List<List<String>> table) {
        HeaderRow best = new HeaderRow(table.size(), Map.of(), List.of(), List.of());
        for (int i = 0; i < Math.min(table.size(), DEEPEST); i++) {
            HeaderRow candidate = of(columns, table.get(i), i);
            boolean complete = columns.stream().filter(RegisterColumn::required).allMatch(candidate::names);
            if (complete && !candidate.positions.isEmpty()) {
                return candidate;
            }
            boolean first =
                    best.index == table.size() && candidate.titles.stream().anyMatch(it -> !it.isEmpty());
            if (first || candidate.positions.size() > best.positions.size()) {
                best = candidate;
            }
        }
        return best;
    }

    private static HeaderRow of(List<RegisterColumn> columns, List<String> cells, int index) {
        Map<Integer, RegisterColumn> positions = new LinkedHashMap<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<String> titles = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String title = CellText.plain(cells.get(i)).replaceAll("\\s+", " ");
            Optional<RegisterColumn> column =
                    columns.stream().filter(it -> it.isNamed(title)).findFirst();
            String meaning = column.map(RegisterColumn::id).orElse(CellText.fold(title));
            Integer first = meaning.isEmpty() ? null : seen.putIfAbsent(meaning, i);
            titles.add(first == null ? title : "");
            if (first != null) {
                problems.add(RowProblem.error(
                                index + 1, title, "", Expectation.duplicateColumn(RegisterTable.Place.letter(first)))
                        .at(RegisterTable.Place.letter(i)));
            } else if (column.isPresent()) {
                positions.put(i, column.get());
            }
        }
        return new HeaderRow(index, positions, titles, problems);
    }

    boolean names(RegisterColumn column) {
        return positions.containsValue(column);
    }

    /** Whether that row says the same again: the template may name every column in both languages. */
    boolean repeatedBy(List<String> row) {
        return !positions.isEmpty()
                && positions.entrySet().stream()
                        .allMatch(
                                it -> it.getKey() < row.size() && it.getValue().isNamed(row.get(it.getKey())));
    }

    String title(int position) {
        return position < titles.size() ? titles.get(position) : "";
    }
}
