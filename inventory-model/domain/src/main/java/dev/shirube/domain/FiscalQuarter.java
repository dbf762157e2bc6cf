package dev.shirube.domain;

import java.time.LocalDate;

/**
 * A quarter of the Japanese fiscal year, which runs from April to March and is named by the year it starts in.
 *
 * @param year fiscal year: FY2026 (令和8年度) runs from 2026-04-01 to 2027-03-31
 * @param quarter from 1 (April to June) to 4 (January to March)
 */
public record FiscalQuarter(int year, int quarter) implements Comparable<FiscalQuarter> {

    /** Refuses a quarter that is none of the four. */
    public FiscalQuarter {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("A quarter is 1 to 4, not " + quarter);
        }
    }

    /** The quarter that the day falls in. */
    public static FiscalQuarter of(LocalDate day) {
        int shifted = day.getYear() * 12 + day.getMonthValue() - 1 - 3;
        return new FiscalQuarter(Math.floorDiv(shifted, 12), Math.floorMod(shifted, 12) / 3 + 1);
    }

    /** The quarter that many quarters later. */
    public FiscalQuarter plus(int quarters) {
        int index = index() + quarters;
        return new FiscalQuarter(Math.floorDiv(index, 4), Math.floorMod(index, 4) + 1);
    }

    /** How many quarters it is from that one to this one; negative if this one is earlier. */
    public int since(FiscalQuarter other) {
        return index() - other.index();
    }

    /** Its first day. */
    public LocalDate firstDay() {
        return LocalDate.of(year, 4, 1).plusMonths(3L * (quarter - 1));
    }

    /** Its last day. */
    public LocalDate lastDay() {
        return firstDay().plusMonths(3).minusDays(1);
    }

    /** The year of the Reiwa era in which the fiscal year starts: FY2026 is 令和8年度. */
    public int reiwa() {
        return year - 2018;
    }

    private int index() {
        return year * 4 + quarter - 1;
    }

    @Override
    public int compareTo(FiscalQuarter other) {
        return Integer.compare(index(), other.index());
    }

    @Override
    public String toString() {
        return "FY" + year + "Q" + quarter;
    }
}
