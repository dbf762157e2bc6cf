package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form of a report that owners fill in: rows are found by their id, cells by their heading, and only a cell that is other than
 * when the report was written counts.
 *
 * <p>A report carries the cells as they were in a table that begins with the form's mark. With it a cell is known to be filled
 * in (other than it was) and to be in conflict (what is kept is other than it was, too, and says something else): a conflict is
 * a problem of its row, and never overwrites.
 *
 * @param mark what the first cell of the table of the cells as they were says
 * @param id the column of ids
 * @param columns those that may be filled in
 * @param unknownId what is said of a row of an id that is none
 */
record FillForm(String mark, RegisterColumn id, List<FillColumn<?>> columns, Expectation unknownId) {
    /** A table with fewer of the columns is not the form. */
    private static final int ENOUGH_COLUMNS = 2;

    private static final Expectation NO_ID = new Expectation(
            "ID のない行に記入があります。様式の行に記入するか、ID を戻してください。",
            "Something was written in a row without an id. Write in a row of the form, or give the id back.");

    private static final Expectation ABSENT = new Expectation(
            "この行が見つかりません。登録済みの内容はそのまま残します。", "Its row is not in the file any more. What is kept stays as it is.");

    /**
     * What an owner changed in one row.
     *
     * @param row number in the file
     * @param cells canonical cells by the ids of their columns: only those that are to become others
     */
    record Filled(String id, int row, SortedMap<String, String> cells) {}

    /** What is wrong with a cell beside the others of its row. */
    record Fault(String column, String cell, Expectation expectation) {}

    /** Looks at a row as it would be kept. */
    interface Check {
        /** Rows of which every valid cell may stand beside every other. */
        Check NONE = cells -> List.of();

        List<Fault> faults(SortedMap<String, String> cells);
    }

    /** The cells of those rows as they are now, for a report to carry. */
    List<List<String>> written(SortedMap<String, Map<String, String>> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(mark));
        // By Japanese titles: under an id or an English one, a number may be read in another unit.
        table.add(columns(this).map(it -> it.title().ja()).toList());
        rows.forEach((id, cells) -> {
            List<String> row = new ArrayList<>(List.of(id));
            columns.forEach(column -> row.add(cells.getOrDefault(column.id(), "")));
            table.add(List.copyOf(row));
        });
        return List.copyOf(table);
    }

    private static Stream<RegisterColumn> columns(FillForm form) {
        return Stream.concat(Stream.of(form.id), form.columns.stream().map(FillColumn::column));
    }

    /**
     * What owners filled in.
     *
     * @param sheets the tables of the file
     * @param now the canonical cells of a row as they are kept now
     * @param known whether a row may have that id; one that was in the report always may
     * @param check what the cells of one row must not say together
     * @return the rows that change, with a problem for every cell that is not valid, in conflict, or of no row; empty where the
     *     file has not got the form, or its table of the cells as they were is gone
     */
    Optional<Reading<List<Filled>>> read(
            Collection<RegisterTable> sheets,
            Function<String, Map<String, String>> now,
            Predicate<String> known,
            Check check) {
        Optional<RegisterTable> before = sheets.stream().filter(this::isWritten).findFirst();
        Optional<RegisterTable> filled =
                sheets.stream().filter(it -> !isWritten(it) && isForm(it)).findFirst();
        if (before.isEmpty() || filled.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = before.get().rows();
        Map<String, Map<String, String>> was = new TreeMap<>();
        for (RegisterRows.Row row : RegisterRows.of(columns(this).toList(), rows.subList(1, rows.size()))
                .rows()) {
            was.put(CellText.plain(row.cell(id)), cells(row));
        }
        return Optional.of(new Pass(filled.get(), was, now, known, check).reading());
    }

    private boolean isWritten(RegisterTable table) {
        return !table.rows().isEmpty()
                && !table.rows().get(0).isEmpty()
                && table.rows().get(0).get(0).equals(mark);
    }

    private boolean isForm(RegisterTable table) {
        HeaderRow header = HeaderRow.find(columns(this).toList(), table.rows());
        return header.names(id)
                && columns.stream().filter(it -> header.names(it.column())).count() >= ENOUGH_COLUMNS;
    }

    private Map<String, String> cells(RegisterRows.Row row) {
        Map<String, String> cells = new HashMap<>();
        columns.forEach(
                it -> cells.put(it.id(), it.canonical(row.cell(it.column())).orElse("")));
        return cells;
    }

    /** One reading of the form. */
    private final class Pass {
        private final Map<String, Map<String, String>> was;
        private final Function<String, Map<String, String>> now;
        private final Predicate<String> known;
        private final Check check;
        private final RegisterRows rows;
        private final List<RowProblem> problems = new ArrayList<>();
        private final Map<String, Integer> seen = new HashMap<>();

        Pass(
                RegisterTable form,
                Map<String, Map<String, String>> was,
                Function<String, Map<String, String>> now,
                Predicate<String> known,
                Check check) {
            this.was = was;
            this.now = now;
            this.known = known;
            this.check = check;
            this.rows = RegisterRows.of(columns(FillForm.this).toList(), restricted(form));
        }

        Reading<List<Filled>> reading() {
            // A form may have no rows, and none that were written in.
            rows.problems().stream()
                    .filter(it -> !it.english().equals(Expectation.NO_ROWS.english()))
                    .forEach(problems::add);
            List<Filled> changed = new ArrayList<>();
            for (RegisterRows.Row row : rows.rows()) {
                filled(row).ifPresent(changed::add);
            }
            for (String absent : was.keySet()) {
                if (!seen.containsKey(CellText.appearance(absent)) && known.test(absent)) {
                    problems.add(RowProblem.note(rows.headerRow(), rows.heading(id), absent, ABSENT));
                }
            }
            changed.sort(Comparator.comparing(Filled::id));
            return rows.reading(List.copyOf(changed), problems, Map.of());
        }

        private Optional<Filled> filled(RegisterRows.Row row) {
            String key = CellText.plain(row.cell(id));
            boolean written = columns.stream().anyMatch(it -> !CellText.unknown(row.cell(it.column())));
            if (key.isEmpty()) {
                return written ? refused(row, NO_ID) : Optional.empty();
            }
            Integer first = seen.putIfAbsent(CellText.appearance(key), row.number());
            if (first != null) {
                return refused(row, Expectation.duplicateId(first));
            }
            if (!was.containsKey(key) && !known.test(key)) {
                return refused(row, unknownId);
            }
            SortedMap<String, String> cells = changed(row, key);
            return cells.isEmpty() || row.faulty() || !agree(row, key, cells)
                    ? Optional.empty()
                    : Optional.of(new Filled(key, row.number(), cells));
        }

        private boolean agree(RegisterRows.Row row, String key, SortedMap<String, String> cells) {
            SortedMap<String, String> after = new TreeMap<>(now.apply(key));
            after.putAll(cells);
            after.values().removeIf(String::isEmpty);
            List<Fault> faults = check.faults(after);
            for (Fault fault : faults) {
                columns.stream()
                        .filter(it -> it.id().equals(fault.column()))
                        .forEach(it -> problems.add(problem(row, it, fault.cell(), fault.expectation())));
            }
            return faults.isEmpty();
        }

        private Optional<Filled> refused(RegisterRows.Row row, Expectation expectation) {
            problems.add(RowProblem.error(row.number(), rows.heading(id), row.cell(id), expectation));
            return Optional.empty();
        }

        /** The cells that were filled in and are to be kept; none of a row with a problem. */
        private SortedMap<String, String> changed(RegisterRows.Row row, String key) {
            SortedMap<String, String> cells = new TreeMap<>();
            boolean valid = true;
            for (FillColumn<?> column : columns) {
                String written = row.cell(column.column());
                Optional<String> cell = column.canonical(written);
                String before = was.getOrDefault(key, Map.of()).getOrDefault(column.id(), "");
                String kept = now.apply(key).getOrDefault(column.id(), "");
                if (!rows.has(column.column())) {
                    continue;
                }
                if (cell.isEmpty()) {
                    problems.add(problem(row, column, written, column.kind().expectation()));
                    valid = false;
                } else if (!cell.get().equals(before) && !cell.get().equals(kept)) {
                    if (!kept.equals(before)) {
                        problems.add(problem(row, column, cell.get(), conflict(before, kept)));
                        valid = false;
                    }
                    cells.put(column.id(), cell.get());
                }
            }
            return valid ? cells : new TreeMap<>();
        }

        private RowProblem problem(RegisterRows.Row row, FillColumn<?> column, String cell, Expectation expectation) {
            return RowProblem.error(row.number(), rows.heading(column.column()), cell, expectation);
        }
    }

    private static Expectation conflict(String was, String is) {
        return new Expectation(
                "報告書の作成後に登録内容も変更されています（作成時「" + shown(was, Language.JA) + "」、現在「" + shown(is, Language.JA)
                        + "」）。どちらが正しいか確認し、最新の報告書に記入し直すか、登録内容を直してください。",
                "What is kept was changed, too, after the report was written (then " + shown(was, Language.EN)
                        + ", now "
                        + shown(is, Language.EN)
                        + "). Find out which is right, and write it into a new report or correct what is kept.");
    }

    private static String shown(String cell, Language language) {
        return cell.isEmpty() ? language.choose("未記入", "not declared") : cell;
    }

    /** Only the cells that are read back, each where it stands in the file; the report's own columns are left out. */
    private RegisterTable restricted(RegisterTable table) {
        HeaderRow header = HeaderRow.find(columns(this).toList(), table.rows());
        Set<Integer> wanted = header.positions().keySet();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; i >= header.index() && j < table.rows().get(i).size(); j++) {
                row.add(wanted.contains(j) ? table.rows().get(i).get(j) : "");
            }
            rows.add(row);
        }
        return new RegisterTable(
                rows,
                table.faults().entrySet().stream()
                        .filter(it -> wanted.contains(it.getKey().column()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
