package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One component: an asset in main or in test code, every place where it was found, and what it refers to. */
final class CbomComponent {

    private final CryptoAsset asset;
    private final CodeContext context;
    private final List<AssignedFinding> findings = new ArrayList<>();
    private final TreeSet<String> dependsOn = new TreeSet<>();

    CbomComponent(CryptoAsset asset, CodeContext context) {
        this.asset = asset;
        this.context = context;
    }

    CryptoAsset asset() {
        return asset;
    }

    CodeContext context() {
        return context;
    }

    /**
     * Adds a finding of this asset. Where detectors tell attributes of it differently, such as a key's format, the component
     * says one of them, and findings that differ in nothing else are one.
     */
    void add(AssignedFinding assigned) {
        if (assigned.finding().asset().equals(asset)) {
            findings.add(assigned);
            return;
        }
        Finding one = assigned.finding();
        AssignedFinding same = new AssignedFinding(
                assigned.system(),
                new Finding(asset, one.occurrence(), one.function(), one.category(), one.confidence(), one.evidence()));
        if (!findings.contains(same)) {
            findings.add(same);
            findings.sort(null);
        }
    }

    /** Empty for an asset that stands here only because another one refers to it. */
    List<AssignedFinding> findings() {
        return findings;
    }

    TreeSet<String> dependsOn() {
        return dependsOn;
    }

    String ref() {
        return ref(asset, context);
    }

    /** The reference of that asset in that context: unique, because the id of an asset is. */
    static String ref(CryptoAsset asset, CodeContext context) {
        return "crypto/" + context.id() + "/" + asset.id();
    }
}
