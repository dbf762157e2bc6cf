package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rows of text under a header, with the columns found by their names in either language, in any order. */
final class RegisterRows {

    /**
     * One row of data.
     *
     * @param number as a spreadsheet counts
     * @param cells under headings of ours
     * @param others under headings that are not ours; empty cells are left out
     * @param faulty whether a cell could not be taken from the file: {@link #problems()} says which, and the row is not valid
     */
    record Row(int number, Map<RegisterColumn, String> cells, Map<String, String> others, boolean faulty) {
        String cell(RegisterColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    private final RegisterTable table;
    private final HeaderRow header;
    private final List<Row> rows = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, String> letters = new LinkedHashMap<>();

    private RegisterRows(List<RegisterColumn> columns, RegisterTable table) {
        this.table = table;
        this.header = HeaderRow.find(columns, table.rows());
        for (int i = 0; i < header.titles().size(); i++) {
            letters.putIfAbsent(header.titles().get(i), RegisterTable.Place.letter(i));
        }
        letters.remove("");
    }

    /** Reads the header and all rows that are not blank. Where the header is not usable there are problems and no rows. */
    static RegisterRows of(List<RegisterColumn> columns, List<List<String>> table) {
        return of(columns, RegisterTable.of(table));
    }

    /** The same for a file in which some cells could not be read. */
    static RegisterRows of(List<RegisterColumn> columns, RegisterTable table) {
        RegisterRows result = new RegisterRows(columns, table);
        result.problems.addAll(result.header.problems());
        for (RegisterColumn column : columns) {
            if (column.required() && !result.header.names(column)) {
                Expectation missing = Expectation.missingColumn(
                        column.title().ja(), column.title().en());
                result.problems.add(RowProblem.error(result.headerRow(), "", "", missing));
            }
        }
        if (result.problems.isEmpty()) {
            result.read();
        }
        return result;
    }

    private void read() {
        List<List<String>> all = table.rows();
        int next = header.index() + 1;
        int first = next < all.size() && header.repeatedBy(all.get(next)) ? next + 1 : next;
        Set<Integer> untitled = new TreeSet<>();
        for (int i = first; i < all.size(); i++) {
            List<String> cells = all.get(i);
            boolean faulty = faults(i + 1, cells.size());
            if (faulty || cells.stream().anyMatch(cell -> !CellText.plain(cell).isEmpty())) {
                rows.add(row(cells, i + 1, faulty, untitled));
            }
        }
        untitled.forEach(it -> problems.add(RowProblem.note(headerRow(), "", "", Expectation.UNTITLED_COLUMN)
                .at(RegisterTable.Place.letter(it))));
        if (rows.isEmpty()) {
            problems.add(RowProblem.error(headerRow(), "", "", Expectation.NO_ROWS));
        }
    }

    private boolean faults(int number, int size) {
        boolean faulty = false;
        for (int i = 0; i < size; i++) {
            Text fault = table.faults().get(new RegisterTable.Place(number, i));
            if (fault != null && !header.title(i).isEmpty()) {
                problems.add(RowProblem.error(number, header.title(i), "", new Expectation(fault.ja(), fault.en()))
                        .at(RegisterTable.Place.letter(i)));
                faulty = true;
            }
        }
        return faulty;
    }

    private Row row(List<String> cells, int number, boolean faulty, Set<Integer> untitled) {
        Map<RegisterColumn, String> known = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = CellText.kept(cells.get(i));
            RegisterColumn column = header.positions().get(i);
            if (column != null) {
                known.put(column, cell + (cell.isEmpty() ? "" : missingUnit(column, i, cell)));
            } else if (!cell.isEmpty() && !header.title(i).isEmpty()) {
                others.put(header.title(i), cell);
            } else if (!cell.isEmpty()) {
                untitled.add(i);
            }
        }
        return new Row(number, known, others, faulty);
    }

    private String missingUnit(RegisterColumn column, int position, String cell) {
        return CellValue.whole(cell).isPresent() ? column.unit(header.title(position)) : "";
    }

    List<Row> rows() {
        return rows;
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** Number of the header's row. */
    int headerRow() {
        return Math.min(header.index(), Math.max(0, table.rows().size() - 1)) + 1;
    }

    /** Whether the file has that column. */
    boolean has(RegisterColumn column) {
        return header.names(column);
    }

    /** The column as this file names it. */
    String heading(RegisterColumn column) {
        return header.positions().entrySet().stream()
                .filter(it -> it.getValue().equals(column))
                .map(it -> header.title(it.getKey()))
                .findFirst()
                .orElse(column.name(Language.JA));
    }

    /** What was read of these rows: each problem is given the letter of the column that it names. */
    <T> Reading<T> reading(T value, List<RowProblem> found, Map<String, Map<String, String>> preserved) {
        List<RowProblem> placed = new ArrayList<>();
        for (RowProblem problem : found) {
            boolean bare = problem.letter().isEmpty() && letters.containsKey(problem.column());
            placed.add(bare ? problem.at(letters.get(problem.column())) : problem);
        }
        Set<String> headings = new TreeSet<>();
        for (int i = 0; i < header.titles().size(); i++) {
            RegisterColumn column = header.positions().get(i);
            headings.add(column == null ? header.title(i) : column.id());
        }
        headings.remove("");
        return new Reading<>(value, placed, preserved, headings, rows.size());
    }
}
