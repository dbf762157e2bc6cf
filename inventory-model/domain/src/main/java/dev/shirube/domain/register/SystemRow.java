package dev.shirube.domain.register;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.Grade;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Placement;
import dev.shirube.domain.Procurement;
import dev.shirube.domain.Protection;
import dev.shirube.domain.Responsibility;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** One row of the register of systems on its way to an {@link InformationSystem}. */
final class SystemRow {

    private final RegisterRows rows;
    private final RegisterRows.Row row;
    private final String origin;
    private final List<RowProblem> problems;
    private boolean valid = true;

    SystemRow(RegisterRows rows, RegisterRows.Row row, String origin, List<RowProblem> problems) {
        this.rows = rows;
        this.row = row;
        this.origin = origin + ":" + row.number();
        this.problems = problems;
    }

    /** The system; nothing if any cell of the row is at fault, so that no row is taken in half. */
    Optional<InformationSystem> system() {
        require(SystemColumns.ID);
        require(SystemColumns.NAME);
        Declaration<Integer> impact = declared(SystemColumns.IMPACT, SystemRow::impact, Expectation.IMPACT);
        var exposure = declared(SystemColumns.EXPOSURE, CellValue::exposure, Expectation.EXPOSURE);
        var months = declared(SystemColumns.PROTECTION, cell -> boxed(CellValue.months(cell)), Expectation.YEARS);
        var trust = declared(SystemColumns.TRUST, CellValue::day, Expectation.DATE);
        var updatable = declared(SystemColumns.VERIFIER, CellValue::truth, Expectation.TRUTH);
        var renewal =
                declared(SystemColumns.RENEWAL, cell -> boxed(CellValue.fiscalYear(cell)), Expectation.FISCAL_YEAR);
        if (!valid) {
            return Optional.empty();
        }
        return Optional.of(new InformationSystem(
                text(SystemColumns.ID),
                text(SystemColumns.NAME),
                openText(SystemColumns.CATEGORY),
                new Responsibility(
                        openText(SystemColumns.OWNER), openText(SystemColumns.CONTACT), openText(SystemColumns.TEAM)),
                new Protection(impact, Grade.UNKNOWN, Declaration.unknown(), months, trust, updatable),
                new Placement(Declaration.unknown(), Declaration.unknown(), exposure),
                new Procurement(renewal, Declaration.unknown(), Declaration.unknown(), Declaration.unknown()),
                Declaration.unknown(),
                text(SystemColumns.NOTE),
                row.others()));
    }

    String text(RegisterColumn column) {
        return row.cell(column);
    }

    void problem(RegisterColumn column, Expectation expectation) {
        valid = false;
        problems.add(RowProblem.error(row.number(), rows.heading(column), text(column), expectation));
    }

    private void require(RegisterColumn column) {
        if (CellText.unknown(text(column))) {
            problem(column, Expectation.REQUIRED);
        }
    }

    private String openText(RegisterColumn column) {
        return CellText.unknown(text(column)) ? "" : text(column);
    }

    private <T> Declaration<T> declared(
            RegisterColumn column, Function<String, Optional<T>> read, Expectation expectation) {
        String cell = text(column);
        if (CellText.unknown(cell)) {
            return Declaration.unknown();
        }
        Optional<T> value = read.apply(cell);
        if (value.isEmpty()) {
            problem(column, expectation);
        }
        return value.map(it -> Declaration.of(it, origin)).orElseGet(Declaration::unknown);
    }

    private static Optional<Integer> impact(String cell) {
        var number = CellValue.whole(cell);
        return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= 4
                ? Optional.of((int) number.getAsLong())
                : Optional.empty();
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
