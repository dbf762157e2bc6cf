package dev.shirube.planner.migration;

import dev.shirube.domain.Text;
import dev.shirube.planner.policy.EvidenceGrade;
import java.util.Objects;

/**
 * One thing that can replace a classical use.
 *
 * @param name as the standard writes it, for example {@code X25519MLKEM768}
 * @param construction {@code hybrid}, {@code pure}, {@code upgrade}, {@code psk}; empty where the map does not say
 * @param reference the standard, for example {@code RFC 9881}
 * @param note why, or what to mind; may be empty
 */
public record Target(
        Text name,
        String construction,
        String reference,
        StandardStatus status,
        EvidenceGrade evidence,
        boolean verified,
        Text note) {
    /** Refuses null. */
    public Target {
        Objects.requireNonNull(name);
        Objects.requireNonNull(construction);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(status);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(note);
    }

    /** Whether it can be moved to today: its standard is final, and it is not a pre-shared-key stopgap. */
    public boolean available() {
        return status == StandardStatus.FINAL && !construction.equals("psk");
    }
}
