package dev.shirube.domain.readiness;

import dev.shirube.data.DataNode;
import dev.shirube.domain.Text;
import java.util.Optional;

/**
 * Something to know of a range of versions: a flaw, a draft, a condition.
 *
 * @param from first version it holds for; empty for all before {@code below}
 * @param below first version it no longer holds for; empty for all from {@code from} on
 */
public record Caution(Optional<String> from, Optional<String> below, Text what, ReadinessEvidence evidence) {

    static Caution of(DataNode row) {
        return new Caution(
                row.get("from").optionalText(),
                row.get("below").optionalText(),
                new Text(row.get("ja").text(), row.get("en").text()),
                ReadinessEvidence.of(row.get("evidence").text()));
    }

    /** Whether it may hold for that version: for an unknown one it may, for a range if it may for any version of it. */
    public boolean mayHoldFor(String version) {
        Optional<VersionRange> range = VersionRange.of(version);
        if (range.isPresent()) {
            return from.filter(range.get()::below).isEmpty()
                    && below.filter(range.get()::atOrAbove).isEmpty();
        }
        return !Versions.comparable(version)
                || from.filter(it -> Versions.compare(version, it) < 0).isEmpty()
                        && below.filter(it -> Versions.compare(version, it) >= 0)
                                .isEmpty();
    }
}
