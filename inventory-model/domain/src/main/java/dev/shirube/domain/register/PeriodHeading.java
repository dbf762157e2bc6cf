package dev.shirube.domain.register;

import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Grain;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headings that are a month, a quarter or the whole of a fiscal year: {@code 2027-04}, {@code 令和9年度Q1}, {@code FY2027}. */
final class PeriodHeading {

    private static final Pattern MONTH = Pattern.compile("(" + JapaneseEra.YEAR + ")[-/.年](\\d{1,2})月?");
    private static final Pattern QUARTER = Pattern.compile("(.+?)(?:q([1-4])|第?([1-4])四半期)");

    private PeriodHeading() {}

    /** The period that a heading names; nothing if it names none. */
    static Optional<FiscalPeriod> of(String heading) {
        String text = CellText.compact(heading);
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return month(month);
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            String number = quarter.group(2) == null ? quarter.group(3) : quarter.group(2);
            return year(quarter.group(1).replaceAll("[-_]$", ""))
                    .map(it -> new FiscalPeriod(
                            it.first().plusMonths(3L * (Integer.parseInt(number) - 1)), Grain.QUARTER));
        }
        return year(text);
    }

    private static Optional<FiscalPeriod> month(Matcher parts) {
        OptionalInt year = JapaneseEra.year(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        boolean known = year.isPresent() && year.getAsInt() >= 2000 && year.getAsInt() <= 2199;
        return known && month >= 1 && month <= 12
                ? Optional.of(new FiscalPeriod(YearMonth.of(year.getAsInt(), month), Grain.MONTH))
                : Optional.empty();
    }

    private static Optional<FiscalPeriod> year(String text) {
        OptionalInt year = CellValue.fiscalYear(text);
        return year.isPresent() ? Optional.of(FiscalPeriod.year(year.getAsInt())) : Optional.empty();
    }
}
