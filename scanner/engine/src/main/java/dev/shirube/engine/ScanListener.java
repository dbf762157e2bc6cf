package dev.shirube.engine;

/** Told how a scan goes on; called from several threads, and expected to return at once. */
public interface ScanListener {

    /** Does nothing. */
    ScanListener SILENT = new ScanListener() {};

    /** A unit was opened. */
    default void unitStarted(String unit) {}

    /** Inputs were found that will be looked at. */
    default void inputsFound(long inputs, long bytes) {}

    /** Inputs were looked at. */
    default void inputsDone(long inputs, long bytes) {}

    /** A unit's results were handed over. */
    default void unitFinished(String unit, int findings, int diagnostics) {}
}
