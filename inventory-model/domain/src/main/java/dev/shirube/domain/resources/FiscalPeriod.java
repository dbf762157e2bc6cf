package dev.shirube.domain.resources;

import dev.shirube.domain.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * A month, a quarter or the whole of a fiscal year, which runs from April to March and is named by the year it starts in.
 *
 * @param first its first month: any for a month, April, July, October or January for a quarter, April for a year
 */
public record FiscalPeriod(YearMonth first, Grain grain) implements Comparable<FiscalPeriod> {

    private static final Comparator<FiscalPeriod> ORDER =
            Comparator.comparing(FiscalPeriod::first).thenComparing(FiscalPeriod::grain);
    private static final int APRIL = 4;
    private static final int REIWA_ZERO = 2018;

    /** Refuses a period that does not begin where the fiscal calendar has one begin. */
    public FiscalPeriod {
        if (Math.floorMod(first.getMonthValue() - APRIL, grain.months()) != 0) {
            throw new IllegalArgumentException("No " + grain.id() + " of a fiscal year begins in " + first);
        }
    }

    /** The period of that length that the day falls in. */
    public static FiscalPeriod of(LocalDate day, Grain grain) {
        return of(YearMonth.from(day), grain);
    }

    /** The period of that length that the month falls in. */
    public static FiscalPeriod of(YearMonth month, Grain grain) {
        int into = Math.floorMod(month.getMonthValue() - APRIL, grain.months());
        return new FiscalPeriod(month.minusMonths(into), grain);
    }

    /** A fiscal year. */
    public static FiscalPeriod year(int fiscalYear) {
        return new FiscalPeriod(YearMonth.of(fiscalYear, APRIL), Grain.YEAR);
    }

    /** The first period of that length that begins on or after the day. */
    public static FiscalPeriod from(LocalDate day, Grain grain) {
        FiscalPeriod within = of(day, grain);
        return within.firstDay().equals(day) ? within : within.plus(1);
    }

    /** The fiscal year that a day falls in. */
    public static int fiscalYear(LocalDate day) {
        return fiscalYear(YearMonth.from(day));
    }

    private static int fiscalYear(YearMonth month) {
        return month.getMonthValue() < APRIL ? month.getYear() - 1 : month.getYear();
    }

    /** The period that many periods later. */
    public FiscalPeriod plus(int periods) {
        return new FiscalPeriod(first.plusMonths((long) periods * grain.months()), grain);
    }

    /** The fiscal year that it lies in. */
    public int fiscalYear() {
        return fiscalYear(first);
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return first.atDay(1);
    }

    /** Its last day. */
    public LocalDate lastDay() {
        return last().atEndOfMonth();
    }

    /** Its last month. */
    public YearMonth last() {
        return first.plusMonths(grain.months() - 1L);
    }

    /** Whether the month lies in it. */
    public boolean contains(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last());
    }

    /** Whether the two share a month. */
    public boolean overlaps(FiscalPeriod other) {
        return contains(other.first) || other.contains(first);
    }

    /**
     * What of an amount for this period falls to one of its months: a year is shared out to its quarters, a quarter to its
     * months, evenly, the remainder one by one from the first on. The shares of all months add up to the amount.
     */
    public int share(int amount, YearMonth month) {
        if (!contains(month)) {
            return 0;
        }
        if (grain == Grain.YEAR) {
            FiscalPeriod quarter = of(month, Grain.QUARTER);
            int index = monthsBetween(first, quarter.first) / Grain.QUARTER.months();
            return quarter.share(part(amount, 4, index), month);
        }
        return grain == Grain.MONTH ? amount : part(amount, 3, monthsBetween(first, month));
    }

    private static int part(int amount, int parts, int index) {
        return amount / parts + (index < amount % parts ? 1 : 0);
    }

    private static int monthsBetween(YearMonth from, YearMonth to) {
        return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
    }

    /** The id that data carry: {@code FY2027}, {@code FY2027Q1} or {@code 2027-04}. */
    public String id() {
        return switch (grain) {
            case YEAR -> "FY" + fiscalYear();
            case QUARTER -> "FY" + fiscalYear() + "Q" + quarter();
            case MONTH -> first.toString();
        };
    }

    /** What a reader sees: {@code 令和9年度}, {@code 令和9年度Q1}, {@code 2027年4月}; in English the id. */
    public String label(Language language) {
        String year = fiscalYear(fiscalYear());
        String japanese = switch (grain) {
            case YEAR -> year;
            case QUARTER -> year + "Q" + quarter();
            case MONTH -> first.getYear() + "年" + first.getMonthValue() + "月";
        };
        return language.choose(japanese, id());
    }

    /** The fiscal year as Japanese offices write it; before Reiwa in the Gregorian calendar. */
    private static String fiscalYear(int year) {
        int reiwa = year - REIWA_ZERO;
        return reiwa < 1 ? year + "年度" : reiwa == 1 ? "令和元年度" : "令和" + reiwa + "年度";
    }

    private int quarter() {
        return monthsBetween(YearMonth.of(fiscalYear(), APRIL), first) / Grain.QUARTER.months() + 1;
    }

    @Override
    public int compareTo(FiscalPeriod other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return id();
    }
}
