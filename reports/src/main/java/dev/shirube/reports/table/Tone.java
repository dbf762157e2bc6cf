package dev.shirube.reports.table;

/** How a cell is underlined by colour; the cell's word always says the same. */
public enum Tone {
    PLAIN,
    GOOD,
    CAUTION,
    DANGER,
    MUTED
}
