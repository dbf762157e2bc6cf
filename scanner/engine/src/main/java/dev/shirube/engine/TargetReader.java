package dev.shirube.engine;

import java.io.IOException;

/** Brings the units of one kind of target: all input happens here, all meaning elsewhere. */
public interface TargetReader {

    /** Whether this reader is the one for that target; looks at the target's type and name, not at its content. */
    boolean reads(ScanTarget target);

    /**
     * Hands over the target's units, one after the other.
     *
     * <p>What cannot be read becomes a diagnostic of the unit. Only a target that does not exist at all, or cannot be
     * opened at all, is an exception.
     *
     * @param journal of this target: units that it calls finished need not be read, and what was recorded of others not again
     * @throws TargetException when the named target does not exist or is not what it must be
     * @throws IOException when the target cannot be opened
     */
    void read(ScanTarget target, ScanContext context, ScanJournal journal, UnitConsumer units)
            throws IOException, TargetException;

    /** Takes units as the reader finds them. */
    @FunctionalInterface
    interface UnitConsumer {
        /** Scans the unit before it returns; the reader may close what the unit reads from afterwards. */
        void accept(ScanUnit unit);
    }
}
