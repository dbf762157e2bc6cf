package dev.shirube.domain.register;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import java.util.Comparator;

/**
 * What is wrong with one cell of a register, or worth knowing about it.
 *
 * @param severity {@link Severity#ERROR} when the row was left out, {@link Severity#NOTE} when nothing was lost
 * @param row from 1, as a spreadsheet counts: the header is row 1
 * @param column the column as the file's header names it; empty when the whole row is meant
 * @param value the cell as written
 * @param japanese what to do, naming what is accepted
 * @param english the same in English
 */
public record RowProblem(Severity severity, int row, String column, String value, String japanese, String english)
        implements Comparable<RowProblem> {

    private static final Comparator<RowProblem> ORDER = Comparator.comparingInt(RowProblem::row)
            .thenComparing(RowProblem::column)
            .thenComparing(RowProblem::english);

    static RowProblem error(int row, String column, String value, Expectation expectation) {
        return new RowProblem(Severity.ERROR, row, column, value, expectation.japanese(), expectation.english());
    }

    static RowProblem note(int row, String column, String value, Expectation expectation) {
        return new RowProblem(Severity.NOTE, row, column, value, expectation.japanese(), expectation.english());
    }

    /** The whole message: row, column, value, and what to do. */
    public String message(Language language) {
        String place = column.isEmpty()
                ? language.choose(row + " 行目：", "Row " + row + ": ")
                : language.choose(row + " 行目「" + column + "」：", "Row " + row + ", column " + column + ": ");
        String found = value.isEmpty() ? "" : language.choose("「" + value + "」", "“" + value + "”: ");
        return place + found + language.choose(japanese, english);
    }

    /** The same as a diagnostic about that file. */
    public Diagnostic toDiagnostic(String location) {
        return Diagnostic.of(DiagnosticCode.INVALID_ROW, location, Integer.toString(row), column, value);
    }

    @Override
    public int compareTo(RowProblem other) {
        return ORDER.compare(this, other);
    }
}
