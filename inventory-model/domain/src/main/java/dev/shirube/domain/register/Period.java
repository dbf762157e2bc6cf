package dev.shirube.domain.register;

import dev.shirube.domain.Language;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A column of amounts: one quarter of a fiscal year, or the whole of it.
 *
 * @param quarter from 1 to 4; 0 for the whole year
 */
record Period(int year, int quarter) implements Comparable<Period> {

    /** The period that a heading names; nothing if it names none. */
    static Optional<Period> of(String heading) {
        String text = CellText.fold(heading);
        int mark = text.lastIndexOf('q');
        String year = mark < 0 ? text : text.substring(0, mark);
        String quarter = mark < 0 ? "" : text.substring(mark + 1);
        if (mark >= 0 && !quarter.matches("[1-4]")) {
            return Optional.empty();
        }
        OptionalInt fiscalYear = CellValue.fiscalYear(year);
        return fiscalYear.isPresent()
                ? Optional.of(new Period(fiscalYear.getAsInt(), quarter.isEmpty() ? 0 : Integer.parseInt(quarter)))
                : Optional.empty();
    }

    String heading(Language language) {
        String suffix = quarter == 0 ? "" : "Q" + quarter;
        return language.choose(year + "年度" + suffix, "FY" + year + suffix);
    }

    @Override
    public int compareTo(Period other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(quarter, other.quarter);
    }
}
