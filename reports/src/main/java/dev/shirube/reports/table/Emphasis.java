package dev.shirube.reports.table;

/** A row that can stand out from others: as the heading of those that follow it, or as one that nobody fills in. */
public interface Emphasis {
    /** Whether this row is a heading. */
    boolean heading();

    /** Whether owners fill in the cells of this row that are for them. */
    default boolean fillable() {
        return !heading();
    }
}
