package dev.shirube.planner.migration;

import dev.shirube.data.DataNode;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.EvidenceGrade;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one authority accepts in the place of classical cryptography.
 *
 * @param id for example {@code cnsa2}
 * @param packs ids of the policy packs that speak for it
 * @param any whether it has no closed list
 * @param keys parameter sets for key establishment, for example {@code ML-KEM-1024}
 * @param signatures parameter sets for signatures; empty where its list was not seen, so that none may be named
 * @param software those for signing software and firmware, where they differ
 * @param hybrid what it says of hybrids
 */
public record Stance(
        String id,
        Text name,
        List<String> packs,
        boolean any,
        List<String> keys,
        Optional<List<String>> signatures,
        Optional<List<String>> software,
        Text hybrid,
        EvidenceGrade evidence,
        boolean verified) {

    /** Keeps unmodifiable copies and refuses null. */
    public Stance {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        packs = List.copyOf(packs);
        keys = List.copyOf(keys);
        signatures = signatures.map(List::copyOf);
        software = software.map(List::copyOf);
        Objects.requireNonNull(hybrid);
        Objects.requireNonNull(evidence);
    }

    static Stance of(DataNode row) {
        return new Stance(
                row.get("id").text(),
                text(row.get("name")),
                row.get("packs").texts(),
                row.get("any").truthOr(false),
                row.get("kem").texts(),
                list(row.get("sig")),
                list(row.get("software")),
                text(row.get("hybrid")),
                EvidenceGrade.valueOf(row.get("evidence").text()),
                row.get("verified").truthOr(false));
    }

    /** Whether a signature may be named in its name. */
    public boolean signaturesSeen() {
        return any || signatures.isPresent();
    }

    List<String> signatures(boolean signsSoftware) {
        return (signsSoftware ? software.or(() -> signatures) : signatures).orElse(List.of());
    }

    private static Optional<List<String>> list(DataNode node) {
        return node.present() ? Optional.of(node.texts()) : Optional.empty();
    }

    private static Text text(DataNode node) {
        return new Text(node.get("ja").text(), node.get("en").text());
    }
}
