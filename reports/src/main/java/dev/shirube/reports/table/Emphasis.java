package dev.shirube.reports.table;

/** A row that can stand out as the heading of those that follow it. */
public interface Emphasis {
    /** Whether this row is a heading. */
    boolean heading();
}
