package dev.shirube.domain.register;

import dev.shirube.domain.Exposure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One cell's text as a value; what is not understood is answered with nothing, never with a guess. */
final class CellValue {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int REIWA_ZERO = 2018;
    private static final int MAXIMUM_MONTHS = 200 * 12;

    private static final Pattern YEAR = Pattern.compile("(?:fy)?(\\d{4})(?:年度|年)?");
    private static final Pattern REIWA = Pattern.compile("(?:令和|r)(\\d{1,2}|元)(?:年度|年)?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern REIWA_DAY = Pattern.compile("(?:令和|r)(\\d{1,2}|元)[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern YEARS = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)(?:年間?|years?)?");
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,5})(?:か月|ヶ月|カ月|ケ月|months?)");
    private static final Pattern MONEY = Pattern.compile("[¥]?(\\d{1,15})(千円|百万円|円|yen)?");

    private static final Map<String, Exposure> EXPOSURES = Map.ofEntries(
            Map.entry("インターネット", Exposure.INTERNET),
            Map.entry("internet", Exposure.INTERNET),
            Map.entry("公開", Exposure.INTERNET),
            Map.entry("取引先等", Exposure.PARTNER),
            Map.entry("取引先", Exposure.PARTNER),
            Map.entry("partner", Exposure.PARTNER),
            Map.entry("内部", Exposure.INTERNAL),
            Map.entry("庁内", Exposure.INTERNAL),
            Map.entry("internal", Exposure.INTERNAL),
            Map.entry("閉域", Exposure.ISOLATED),
            Map.entry("isolated", Exposure.ISOLATED));

    private static final Map<String, Boolean> TRUTHS = Map.ofEntries(
            Map.entry("可", true),
            Map.entry("可能", true),
            Map.entry("はい", true),
            Map.entry("yes", true),
            Map.entry("true", true),
            Map.entry("○", true),
            Map.entry("〇", true),
            Map.entry("不可", false),
            Map.entry("いいえ", false),
            Map.entry("no", false),
            Map.entry("false", false),
            Map.entry("×", false));

    private CellValue() {}

    static Optional<Exposure> exposure(String cell) {
        return Optional.ofNullable(EXPOSURES.get(CellText.compact(cell)));
    }

    static Optional<Boolean> truth(String cell) {
        return Optional.ofNullable(TRUTHS.get(CellText.compact(cell)));
    }

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

    /** Months of a period given in years (fractions must come out in whole months) or in months. */
    static OptionalInt months(String cell) {
        String text = CellText.compact(cell);
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            return bounded(Integer.parseInt(months.group(1)));
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

    /** A fiscal year, named by the year it starts in; Reiwa 11 is 2029. */
    static OptionalInt fiscalYear(String cell) {
        String text = CellText.compact(cell);
        Matcher reiwa = REIWA.matcher(text);
        Matcher year = YEAR.matcher(text);
        int value = reiwa.matches() ? reiwa(reiwa.group(1)) : year.matches() ? Integer.parseInt(year.group(1)) : 0;
        return value >= FIRST_YEAR && value <= LAST_YEAR ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private static int reiwa(String year) {
        return REIWA_ZERO + (year.equals("元") ? 1 : Integer.parseInt(year));
    }

    /** A day, in the Gregorian or the Japanese calendar, or the last day of a fiscal year (2034年度末). */
    static Optional<LocalDate> day(String cell) {
        String text = CellText.compact(cell);
        String end = text.endsWith("末") ? text.substring(0, text.length() - 1) : text.replaceAll("end$", "");
        if (!end.equals(text)) {
            OptionalInt year = fiscalYear(end);
            return year.isPresent() ? Optional.of(LocalDate.of(year.getAsInt() + 1, 3, 31)) : Optional.empty();
        }
        Matcher reiwa = REIWA_DAY.matcher(text);
        if (reiwa.matches()) {
            return day(reiwa(reiwa.group(1)), reiwa);
        }
        Matcher day = DAY.matcher(text);
        return day.matches() ? day(Integer.parseInt(day.group(1)), day) : Optional.empty();
    }

    private static Optional<LocalDate> day(int year, Matcher parts) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
