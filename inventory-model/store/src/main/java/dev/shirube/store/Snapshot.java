package dev.shirube.store;

import java.time.LocalDate;
import java.util.List;

/**
 * One scan of one system as the store remembers it; once complete, the database itself refuses to change it.
 *
 * @param number rises from scan to scan, over all systems
 * @param name as the user named it, or {@code system@date#number}; no two have the same
 * @param system id of the information system
 * @param targets as the user wrote them
 * @param asOf the date that its results are stated for
 * @param origin what it was made by
 * @param complete whether the scan came to its end; an interrupted one holds what it had committed
 */
public record Snapshot(
        long number,
        String name,
        String system,
        List<String> targets,
        LocalDate asOf,
        SnapshotOrigin origin,
        boolean complete) {

    /** Keeps an unmodifiable copy of the targets. */
    public Snapshot {
        targets = List.copyOf(targets);
    }

    /** A snapshot of whose origin only the program's version is known. */
    public Snapshot(
            long number,
            String name,
            String system,
            List<String> targets,
            LocalDate asOf,
            String toolVersion,
            boolean complete) {
        this(number, name, system, targets, asOf, SnapshotOrigin.of(toolVersion), complete);
    }

    /** Version of the program that scanned. */
    public String toolVersion() {
        return origin.toolVersion();
    }
}
