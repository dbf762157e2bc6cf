package dev.shirube.reports.sheet;

import java.util.Objects;

/**
 * What a report says of itself besides its content.
 *
 * @param organisation for whom it is made, as the office writes its name; may be empty
 * @param toolVersion version of the program that made it
 */
public record ReportSettings(String organisation, String toolVersion) {
    /** Refuses null. */
    public ReportSettings {
        Objects.requireNonNull(organisation);
        Objects.requireNonNull(toolVersion);
    }
}
