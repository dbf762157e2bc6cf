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
 * @param letter the column as a spreadsheet names it; empty when the whole row is meant
 * @param column the column as the file's header names it; empty when it has no heading or the whole row is meant
 * @param value the cell as written
 * @param japanese what to do, naming what is accepted
 * @param english the same in English
 */
public record RowProblem(
        Severity severity, int row, String letter, String column, String value, String japanese, String english)
        implements Comparable<RowProblem> {

    private static final Comparator<RowProblem> ORDER = Comparator.comparingInt(RowProblem::row)
            .thenComparing(it -> it.letter().length())
            .thenComparing(RowProblem::letter)
            .thenComparing(RowProblem::column)
            .thenComparing(RowProblem::english);

    private static final int SHOWN = 100;

    static RowProblem error(int row, String column, String value, Expectation expectation) {
        return new RowProblem(Severity.ERROR, row, "", column, value, expectation.japanese(), expectation.english());
    }

    static RowProblem note(int row, String column, String value, Expectation expectation) {
        return new RowProblem(Severity.NOTE, row, "", column, value, expectation.japanese(), expectation.english());
    }

    RowProblem at(String place) {
        return new RowProblem(severity, row, place, column, value, japanese, english);
    }

    /** The whole message: row, column, value, and what to do. */
    public String message(Language language) {
        return language.choose(row + " 行目" + japaneseColumn() + "：", "Row " + row + englishColumn() + ": ")
                + (value.isEmpty() ? "" : language.choose("「" + shown() + "」", "“" + shown() + "”: "))
                + language.choose(japanese, english);
    }

    private String japaneseColumn() {
        return (letter.isEmpty() ? "" : " " + letter + " 列") + (column.isEmpty() ? "" : "「" + column + "」");
    }

    private String englishColumn() {
        if (letter.isEmpty()) {
            return column.isEmpty() ? "" : ", column " + column;
        }
        return ", column " + letter + (column.isEmpty() ? "" : " (" + column + ")");
    }

    /** On one line, and no longer than tells the cell from others. */
    private String shown() {
        String line = value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
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
