package dev.shirube.domain.register;

import dev.shirube.domain.resources.FiscalPeriod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The cells of one row of a form of resources on their way to a value; every one at fault becomes a problem. */
final class ResourceCells {

    private final RegisterRows rows;
    private final RegisterRows.Row row;
    private final List<RowProblem> problems;
    private final Map<String, RegisterColumn> columns = new HashMap<>();
    private boolean valid;

    ResourceCells(RegisterRows rows, RegisterRows.Row row, List<RowProblem> problems) {
        this.rows = rows;
        this.row = row;
        this.problems = problems;
        this.valid = !row.faulty();
        row.cells().keySet().forEach(it -> columns.put(it.id(), it));
    }

    /** Whether no cell that was asked for is at fault. */
    boolean valid() {
        return valid;
    }

    /** The value of a cell; nothing where it was left open, and, as a problem, where it is not understood. */
    <T> Optional<T> get(ResourceColumn<?, T> column) {
        String cell = cell(column);
        if (CellText.unknown(cell)) {
            return Optional.empty();
        }
        Optional<T> value = column.kind().read().apply(cell);
        if (value.isEmpty()) {
            problem(column, column.kind().expectation());
        }
        return value;
    }

    /** The same, but a cell that was left open is a problem. */
    <T> Optional<T> must(ResourceColumn<?, T> column) {
        if (CellText.unknown(cell(column))) {
            problem(column, Expectation.REQUIRED);
            return Optional.empty();
        }
        return get(column);
    }

    /** The text of a cell; empty where it was left open. */
    String text(ResourceColumn<?, String> column) {
        return get(column).orElse("");
    }

    private String cell(ResourceColumn<?, ?> column) {
        RegisterColumn own = columns.get(column.id());
        return own == null ? "" : row.cell(own);
    }

    /** What is wrong with that cell, or with its value beside those of others. */
    void problem(ResourceColumn<?, ?> column, Expectation expectation) {
        valid = false;
        RegisterColumn own = columns.getOrDefault(column.id(), column.column());
        problems.add(RowProblem.error(row.number(), rows.heading(own), cell(column), expectation));
    }

    /** Values under headings that are periods; what is not understood, and what overlaps, is a problem. */
    <T> SortedMap<FiscalPeriod, T> periods(CellKind<T> kind) {
        SortedMap<FiscalPeriod, T> values = new TreeMap<>();
        row.others().forEach((heading, cell) -> {
            Optional<FiscalPeriod> period = PeriodHeading.of(heading);
            if (period.isEmpty() || CellText.unknown(cell)) {
                return;
            }
            Optional<T> value = kind.read().apply(cell);
            if (value.isEmpty()) {
                problem(heading, cell, kind.expectation());
            } else if (values.keySet().stream().anyMatch(period.get()::overlaps)) {
                problem(heading, cell, Expectation.TWICE);
            } else {
                values.put(period.get(), value.get());
            }
        });
        return values;
    }

    /** What is wrong with a cell under a heading that is not in the form. */
    void problem(String heading, String cell, Expectation expectation) {
        valid = false;
        problems.add(RowProblem.error(row.number(), heading, cell, expectation));
    }

    /** Cells that belong to no column of ours and, where periods are columns, to no period. */
    SortedMap<String, String> others(boolean withoutPeriods) {
        SortedMap<String, String> others = new TreeMap<>();
        row.others().forEach((heading, cell) -> {
            if (!withoutPeriods || PeriodHeading.of(heading).isEmpty()) {
                others.put(heading, cell);
            }
        });
        return others;
    }

    /** A cell that is filled in although its column belongs to resources of another kind is a problem. */
    void refuse(List<? extends ResourceColumn<?, ?>> accepted, String kind) {
        for (RegisterColumn column : new ArrayList<>(row.cells().keySet())) {
            String cell = row.cell(column);
            boolean ours = column.id().equals(kind)
                    || accepted.stream().anyMatch(it -> it.id().equals(column.id()));
            if (!ours && !CellText.unknown(cell)) {
                problem(rows.heading(column), cell, OTHER_KIND);
            }
        }
    }

    private static final Expectation OTHER_KIND = new Expectation(
            "この種別の行では使わない列です。値を消すか、種別を修正してください。",
            "This column is not for rows of this kind. Empty the cell, or correct the kind.");

    int number() {
        return row.number();
    }
}
