package dev.shirube.domain.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One cell's text as a value; what is not understood is answered with nothing, never with a guess. */
final class CellValue {

    private static final int MAXIMUM_MONTHS = 200 * 12;

    private static final Pattern YEARS = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)(?:年間?|years?)?");
    private static final Pattern MONTHS = Pattern.compile("(?:(\\d{1,3})年)?(\\d{1,5})(?:[かヶカケヵ箇]月間?|months?)");
    private static final Pattern MONEY = Pattern.compile("[¥]?(\\d{1,15})(千円|百万円|円|yen)?");

    private CellValue() {}

    /** A whole number from 0, with or without thousands separators. */
    static OptionalLong whole(String cell) {
        String digits = CellText.compact(cell).replace(",", "");
        return digits.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** Person-days, with or without their unit. */
    static OptionalLong personDays(String cell) {
        String text = CellText.compact(cell);
        return whole(text.endsWith("人日") ? text.substring(0, text.length() - 2) : text);
    }

    /** Yen; 千円 and 百万円 are multiplied out. */
    static OptionalLong yen(String cell) {
        Matcher money = MONEY.matcher(CellText.compact(cell).replace(",", ""));
        if (!money.matches()) {
            return OptionalLong.empty();
        }
        String unit = money.group(2) == null ? "" : money.group(2);
        long factor = unit.equals("千円") ? 1_000 : unit.equals("百万円") ? 1_000_000 : 1;
        try {
            return OptionalLong.of(Math.multiplyExact(Long.parseLong(money.group(1)), factor));
        } catch (ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /** Months of a period given in years (fractions must come out in whole months), in months, or in both. */
    static OptionalInt months(String cell) {
        String text = CellText.compact(cell);
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            int years = months.group(1) == null ? 0 : Integer.parseInt(months.group(1));
            return bounded(12 * years + Integer.parseInt(months.group(2)));
        }
        Matcher years = YEARS.matcher(text);
        if (!years.matches()) {
            return OptionalInt.empty();
        }
        try {
            return bounded(new BigDecimal(years.group(1))
                    .multiply(BigDecimal.valueOf(12))
                    .intValueExact());
        } catch (ArithmeticException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt bounded(int months) {
        return months <= MAXIMUM_MONTHS ? OptionalInt.of(months) : OptionalInt.empty();
    }

    /** See {@link CellDay#fiscalYear}. */
    static OptionalInt fiscalYear(String cell) {
        return CellDay.fiscalYear(cell);
    }

    /** See {@link CellDay#day}. */
    static Optional<LocalDate> day(String cell) {
        return CellDay.day(cell);
    }
}
