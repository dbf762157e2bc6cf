package dev.shirube.planner.policy;

import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One document of an authority, as a pack cites it.
 *
 * @param id id in the pack, for example {@code jp-cyber-strategy-2025}
 * @param date date of the document, where known
 * @param dateVerified whether that date was seen in a primary text
 * @param status what is known of the document's standing, in plain words
 * @param draft whether the text that was read is a draft; every line that cites it prints 案 or draft
 * @param scope whom it speaks to
 * @param informationOnly whether its pack is for information only, so that none of its rules ever fails anything
 * @param verified whether its text was seen (grade P, Q or M)
 * @param sources where it was seen, with the sections or lines
 */
public record Policy(
        String id,
        Text name,
        String issuer,
        Optional<LocalDate> date,
        boolean dateVerified,
        String status,
        boolean draft,
        Binding binding,
        Text scope,
        Provenance provenance,
        boolean informationOnly,
        EvidenceGrade evidence,
        boolean verified,
        List<String> sources) {

    /** Keeps an unmodifiable copy of the sources and refuses null. */
    public Policy {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(date);
        Objects.requireNonNull(status);
        Objects.requireNonNull(binding);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(provenance);
        Objects.requireNonNull(evidence);
        sources = List.copyOf(sources);
    }
}
