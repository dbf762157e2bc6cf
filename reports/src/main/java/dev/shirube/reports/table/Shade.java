package dev.shirube.reports.table;

/** How a cell of a band is filled; chosen so that the shades differ in lightness or pattern, not by hue alone. */
public enum Shade {
    EMPTY,
    /** A bar. */
    BAR,
    /** A bar that sums up the bars below it. */
    SUMMARY,
    /** A bar during which one waits for someone else. */
    HATCHED,
    /** A bar past its deadline. */
    ALERT,
    /** A point in time on an empty cell. */
    POINT
}
