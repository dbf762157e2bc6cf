package dev.shirube.planner.policy;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a policy holds, and how fresh our reading of it is.
 *
 * @param jurisdiction ISO 3166 code of the country, or {@code EU}, {@code G7}, {@code INTL}
 * @param sections where its rules stand in the document, as far as that was recorded; empty where not
 * @param retrieved day on which its words were last read, by us or by those whose quotation we hold; empty where that was
 *     not recorded
 * @param staleAfter days after which it should be read again
 */
public record Provenance(
        String jurisdiction, Optional<String> sections, Optional<LocalDate> retrieved, int staleAfter) {

    /** How old a reading is. */
    public enum Staleness {
        FRESH,
        STALE,
        /** The day of the reading was not recorded. */
        UNKNOWN
    }

    /** Refuses null. */
    public Provenance {
        Objects.requireNonNull(jurisdiction);
        Objects.requireNonNull(sections);
        Objects.requireNonNull(retrieved);
    }

    /** Whether it should be read again on that day; the last of {@link #staleAfter} days is still fresh. */
    public Staleness on(LocalDate asOf) {
        return retrieved
                .map(day -> asOf.isAfter(day.plusDays(staleAfter)) ? Staleness.STALE : Staleness.FRESH)
                .orElse(Staleness.UNKNOWN);
    }
}
