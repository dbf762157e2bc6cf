package dev.shirube.planner.roadmap;

import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Reach;
import dev.shirube.domain.resources.EffortUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How many of each unit of effort a task covers: one task, and its findings counted in every way that a table may ask for.
 *
 * @param counts a unit that is not named has none
 */
record UnitCounts(SortedMap<EffortUnit, Integer> counts) {

    UnitCounts {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** The units of a task with those findings. */
    static UnitCounts of(Collection<Finding> all) {
        List<Finding> findings = all.stream().distinct().toList();
        SortedMap<EffortUnit, Integer> counts = new TreeMap<>();
        counts.put(EffortUnit.TASK, 1);
        counts.put(EffortUnit.FINDING, (int)
                findings.stream().map(Finding::fingerprint).distinct().count());
        counts.put(EffortUnit.CALL_SITE, fingerprints(findings, UnitCounts::inCode));
        counts.put(EffortUnit.FILE, locations(findings, UnitCounts::inCode));
        counts.put(EffortUnit.SETTING, fingerprints(findings, it -> kind(it) == EvidenceKind.CONFIGURATION));
        counts.put(EffortUnit.ENDPOINT, locations(findings, it -> kind(it) == EvidenceKind.HANDSHAKE));
        counts.put(EffortUnit.CERTIFICATE, assets(findings, CryptoAsset.Certificate.class::isInstance));
        counts.put(EffortUnit.KEY, assets(findings, CryptoAsset.Key.class::isInstance));
        return new UnitCounts(counts);
    }

    private static EvidenceKind kind(Finding finding) {
        return finding.occurrence().kind();
    }

    private static boolean inCode(Finding finding) {
        return (kind(finding) == EvidenceKind.SOURCE || kind(finding) == EvidenceKind.BYTECODE) && changed(finding);
    }

    /** Whether the office has to change it: not what stands in a library's code, nor its own code that nothing reaches. */
    static boolean changed(Finding finding) {
        return finding.occurrence().owner() != CodeOwner.THIRD_PARTY
                && finding.occurrence().reach() != Reach.NOT_REACHED;
    }

    private static int fingerprints(List<Finding> findings, Predicate<Finding> counted) {
        return (int) findings.stream()
                .filter(counted)
                .map(Finding::fingerprint)
                .distinct()
                .count();
    }

    private static int locations(List<Finding> findings, Predicate<Finding> counted) {
        return (int) findings.stream()
                .filter(counted)
                .map(it -> it.occurrence().location())
                .distinct()
                .count();
    }

    private static int assets(List<Finding> findings, Predicate<CryptoAsset> counted) {
        return (int) findings.stream()
                .map(Finding::asset)
                .filter(counted)
                .map(CryptoAsset::id)
                .distinct()
                .count();
    }

    int of(EffortUnit unit) {
        return counts.getOrDefault(unit, 0);
    }
}
