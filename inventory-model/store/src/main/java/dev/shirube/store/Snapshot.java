package dev.shirube.store;

import java.time.LocalDate;
import java.util.List;

/**
 * One scan of one system as the store remembers it; once complete, the database itself refuses to change it.
 *
 * @param number rises from scan to scan, over all systems
 * @param name {@code system@date#number}
 * @param system id of the information system
 * @param targets as the user wrote them
 * @param asOf the date that its results are stated for
 * @param toolVersion version of the program that scanned
 * @param complete whether the scan came to its end; an interrupted one holds what it had committed
 */
public record Snapshot(
        long number,
        String name,
        String system,
        List<String> targets,
        LocalDate asOf,
        String toolVersion,
        boolean complete) {

    /** Keeps an unmodifiable copy of the targets. */
    public Snapshot {
        targets = List.copyOf(targets);
    }
}
