package dev.shirube.domain;

/**
 * Money that a department may spend on migration in one fiscal year, without carry-over.
 *
 * @param department as in {@link InformationSystem#owner()}
 * @param fiscalYear named by the year it starts in
 * @param yen whole yen
 */
public record BudgetLine(String department, int fiscalYear, long yen) implements Comparable<BudgetLine> {
    /** Refuses a negative amount. */
    public BudgetLine {
        if (yen < 0) {
            throw new IllegalArgumentException("A budget is not negative: " + yen);
        }
    }

    @Override
    public int compareTo(BudgetLine other) {
        int order = department.compareTo(other.department);
        return order != 0 ? order : Integer.compare(fiscalYear, other.fiscalYear);
    }
}
