package dev.shirube.domain.readiness;

import dev.shirube.data.DataNode;
import dev.shirube.domain.Text;

/**
 * The advice "upgrade to at least".
 *
 * @param brings what that version brings, in the standards' names
 * @param also what else is needed or good to know; empty where the version alone does it
 * @param evidence how that is known; {@link ReadinessEvidence#mustBeChecked} belongs into the advice
 */
public record Upgrade(Goal goal, String atLeast, String brings, Text also, ReadinessEvidence evidence) {

    static Upgrade of(DataNode row) {
        return new Upgrade(
                Goal.of(row.get("goal").text()),
                row.get("at_least").text(),
                row.get("brings").text(),
                new Text(row.get("also_ja").textOr(""), row.get("also_en").textOr("")),
                ReadinessEvidence.of(row.get("evidence").text()));
    }

    /** Whether that version is new enough; an unknown version is not known to be, and of a range all must be. */
    public boolean doneAt(String version) {
        return Versions.comparable(version)
                ? Versions.compare(version, atLeast) >= 0
                : VersionRange.of(version).filter(it -> it.atOrAbove(atLeast)).isPresent();
    }

    /** Whether that version, or every version of that range, is known to be too old. */
    public boolean missingAt(String version) {
        return Versions.comparable(version)
                ? Versions.compare(version, atLeast) < 0
                : VersionRange.of(version).filter(it -> it.below(atLeast)).isPresent();
    }
}
