package dev.shirube.domain.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and fiscal years as cells hold them; what is not understood is answered with nothing, never with a guess. */
final class CellDay {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private static final Pattern FISCAL = Pattern.compile("(?:fy)?(" + JapaneseEra.YEAR + ")(?:年度|年)?");
    private static final Pattern DAY = Pattern.compile("(" + JapaneseEra.YEAR + ")[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern MONTH_END = Pattern.compile("(" + JapaneseEra.YEAR + ")年(\\d{1,2})月末日?");
    private static final Pattern BASIC = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    /** A day as spreadsheets count it (ECMA-376 part 1, section 18.17.4.1): after 1900-03-01, days since 1899-12-30. */
    private static final Pattern SERIAL = Pattern.compile("\\d{5,6}");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private CellDay() {}

    /** A fiscal year, named by the year it starts in (Reiwa 11 is 2029), or the one in which a given day lies. */
    static OptionalInt fiscalYear(String cell) {
        String text = CellText.compact(cell);
        Matcher year = FISCAL.matcher(text);
        if (year.matches()) {
            OptionalInt value = JapaneseEra.year(year.group(1));
            return value.isPresent() && inRange(value.getAsInt()) ? value : OptionalInt.empty();
        }
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return OptionalInt.empty();
        }
        return of(day).map(it -> OptionalInt.of(it.minusMonths(3).getYear())).orElseGet(OptionalInt::empty);
    }

    /**
     * A day, in the Gregorian or the Japanese calendar, as a spreadsheet's serial number, or the last day of a month
     * (2035年3月末) or fiscal year (2034年度末).
     */
    static Optional<LocalDate> day(String cell) {
        String text = CellText.compact(cell).replaceAll("[(（][月火水木金土日][)）]$", "");
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return of(day);
        }
        Matcher month = MONTH_END.matcher(text);
        if (month.matches()) {
            return monthEnd(month);
        }
        if (text.matches(".+(?:末|末日|end)")) {
            OptionalInt year = fiscalYear(text.replaceAll("(?:末日?|end)$", ""));
            return year.isPresent() ? Optional.of(LocalDate.of(year.getAsInt() + 1, 3, 31)) : Optional.empty();
        }
        Matcher basic = BASIC.matcher(text);
        if (basic.matches()) {
            return of(basic);
        }
        return SERIAL.matcher(text).matches()
                ? Optional.of(SERIAL_ZERO.plusDays(Integer.parseInt(text))).filter(it -> inRange(it.getYear()))
                : Optional.empty();
    }

    private static Optional<LocalDate> monthEnd(Matcher parts) {
        OptionalInt year = JapaneseEra.year(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        return year.isPresent() && inRange(year.getAsInt()) && month >= 1 && month <= 12
                ? Optional.of(YearMonth.of(year.getAsInt(), month).atEndOfMonth())
                : Optional.empty();
    }

    private static Optional<LocalDate> of(Matcher parts) {
        OptionalInt year = JapaneseEra.year(parts.group(1));
        if (year.isEmpty() || !inRange(year.getAsInt())) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(year.getAsInt(), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean inRange(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
