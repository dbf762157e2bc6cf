package dev.shirube.reports.table;

/** Where text stands in its cell. */
public enum Align {
    /** Numbers right, dates and choices in the centre, everything else left. */
    BY_KIND,
    LEFT,
    CENTRE,
    RIGHT
}
