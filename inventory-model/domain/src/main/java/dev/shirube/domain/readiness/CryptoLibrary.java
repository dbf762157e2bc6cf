package dev.shirube.domain.readiness;

import dev.shirube.data.DataNode;
import java.util.List;
import java.util.Optional;

/**
 * One crypto library, runtime or program, and what is known of its versions.
 *
 * @param id stable id, for example {@code bouncycastle-bcprov}
 * @param packages package URLs without version
 * @param bundles names in a JAR's manifest that identify it
 * @param modules names in a module descriptor that identify it
 * @param brings what its versions bring, by rising version
 * @param none whether it is known to bring nothing: up to {@code noneTo}, or in every version where that is empty
 * @param noneTo last version that was looked at in vain
 * @param hybrid TLS behaviour by rising version
 */
public record CryptoLibrary(
        String id,
        List<String> packages,
        List<String> bundles,
        List<String> modules,
        List<Capability> brings,
        boolean none,
        Optional<String> noneTo,
        List<HybridDefault> hybrid,
        List<Caution> cautions,
        List<Upgrade> upgrades) {

    /** Keeps unmodifiable copies. */
    public CryptoLibrary {
        packages = List.copyOf(packages);
        bundles = List.copyOf(bundles);
        modules = List.copyOf(modules);
        brings = List.copyOf(brings);
        hybrid = List.copyOf(hybrid);
        cautions = List.copyOf(cautions);
        upgrades = List.copyOf(upgrades);
    }

    static CryptoLibrary of(DataNode row) {
        Optional<String> noneTo = row.get("none_to").optionalText();
        return new CryptoLibrary(
                row.get("id").text(),
                row.get("packages").texts(),
                row.get("bundles").texts(),
                row.get("modules").texts(),
                row.get("brings").items().stream().map(Capability::of).toList(),
                noneTo.isPresent() || row.get("none").truthOr(false),
                noneTo,
                row.get("hybrid").items().stream().map(HybridDefault::of).toList(),
                row.get("cautions").items().stream().map(Caution::of).toList(),
                row.get("upgrade").items().stream().map(Upgrade::of).toList());
    }

    /** What that version is known to bring. */
    public List<Capability> bringsAt(String version) {
        return brings.stream().filter(it -> it.at(version) == Presence.YES).toList();
    }

    /** Whether that version brings anything of the final standards. */
    public Presence standardAt(String version) {
        List<Presence> seen = brings.stream()
                .filter(it -> it.standing() == Standing.FINAL)
                .map(it -> it.at(version))
                .toList();
        if (seen.contains(Presence.YES)) {
            return Presence.YES;
        }
        if (none) {
            return noneTo.isEmpty() || lookedAt(version, noneTo.get()) ? Presence.NO : Presence.UNKNOWN;
        }
        return seen.isEmpty() || seen.contains(Presence.UNKNOWN) ? Presence.UNKNOWN : Presence.NO;
    }

    /** The lowest version that is known to bring anything of the final standards; empty where none is. */
    public Optional<String> standardFrom() {
        return brings.stream()
                .filter(it -> it.standing() == Standing.FINAL)
                .map(Capability::since)
                .min(Versions::compare);
    }

    private static boolean lookedAt(String version, String last) {
        return Versions.comparable(version)
                ? Versions.compare(version, last) <= 0
                : VersionRange.of(version).filter(it -> it.atMost(last)).isPresent();
    }

    /**
     * What that version's default TLS client does with hybrid groups, and on what condition; empty where nobody looked, and
     * of a range where its versions differ.
     */
    public Optional<HybridDefault> hybridAt(String version) {
        if (Versions.comparable(version)) {
            return hybrid.stream()
                    .filter(it -> Versions.compare(version, it.from()) >= 0)
                    .reduce((older, newer) -> newer);
        }
        return VersionRange.of(version).flatMap(this::hybridIn);
    }

    private Optional<HybridDefault> hybridIn(VersionRange range) {
        List<HybridDefault> reached =
                hybrid.stream().filter(it -> !range.below(it.from())).toList();
        // Those reached by the whole range but the last are history; one that only a part has reached decides nothing.
        return reached.stream().allMatch(it -> it.from().equals("0") || range.atOrAbove(it.from()))
                ? reached.stream().reduce((older, newer) -> newer)
                : Optional.empty();
    }

    /** The advice for that goal; empty where no release that brings it was known. */
    public Optional<Upgrade> upgrade(Goal goal) {
        return upgrades.stream().filter(it -> it.goal() == goal).findFirst();
    }

    /** What to know of that version; of an unknown one all that may hold. */
    public List<Caution> cautionsAt(String version) {
        return cautions.stream().filter(it -> it.mayHoldFor(version)).toList();
    }
}
