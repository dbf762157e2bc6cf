package dev.shirube.reports.sheet;

import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.planner.roadmap.AdoptedPlan;
import java.util.Objects;
import java.util.Optional;

/**
 * What a report says of itself besides its content.
 *
 * @param organisation for whom it is made, as the office writes its name; may be empty
 * @param toolVersion version of the program that made it
 * @param inForce the plan that was put in force, with which the roadmap is compared
 * @param changes what scans and owners say otherwise than when that plan was adopted; empty where that cannot be told
 */
public record ReportSettings(
        String organisation, String toolVersion, Optional<AdoptedPlan> inForce, Optional<InventoryDiff> changes) {
    /** Refuses null. */
    public ReportSettings {
        Objects.requireNonNull(organisation);
        Objects.requireNonNull(toolVersion);
        Objects.requireNonNull(inForce);
        Objects.requireNonNull(changes);
    }

    /** Without a plan to compare with. */
    public ReportSettings(String organisation, String toolVersion) {
        this(organisation, toolVersion, Optional.empty(), Optional.empty());
    }
}
