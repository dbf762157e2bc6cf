package dev.shirube.domain;

/** How much a diagnostic takes away from what can be concluded. */
public enum Severity {
    /** Something to know; nothing was missed. */
    NOTE,
    /** Something was read in part, or in a weaker way. */
    WARNING,
    /** Something could not be read: what it holds is unknown. */
    ERROR
}
