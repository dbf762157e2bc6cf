package dev.shirube.domain;

import java.util.Comparator;
import java.util.Objects;

/** One detector's claim: this asset, at this occurrence, for this function, with this confidence. */
public record Finding(
        CryptoAsset asset,
        Occurrence occurrence,
        CryptoFunction function,
        Category category,
        Confidence confidence,
        Evidence evidence)
        implements Comparable<Finding> {

    /** The order in which findings are written everywhere: by place, then by what was found there. */
    private static final Comparator<Finding> ORDER = Comparator.comparing((Finding it) -> it.occurrence.location())
            .thenComparingInt(it -> it.occurrence.line().orElse(-1))
            .thenComparingInt(it -> it.occurrence.offset().orElse(-1))
            .thenComparing(it -> it.occurrence.member())
            .thenComparing(it -> it.occurrence.symbol())
            .thenComparing(it -> it.function)
            .thenComparing(it -> it.asset.id())
            .thenComparing(it -> it.evidence.detector())
            .thenComparing(it -> it.evidence.row())
            .thenComparingInt(it -> it.occurrence.ordinal())
            .thenComparing(it -> String.join("\n", it.evidence.values()))
            .thenComparing(it -> it.evidence.expression())
            // Two findings that differ in anything else still have one order, or a merge would depend on who came
            // first.
            .thenComparing(Finding::toString);

    /** Refuses null. */
    public Finding {
        Objects.requireNonNull(asset);
        Objects.requireNonNull(occurrence);
        Objects.requireNonNull(function);
        Objects.requireNonNull(category);
        Objects.requireNonNull(confidence);
        Objects.requireNonNull(evidence);
    }

    /** The same claim at that occurrence. */
    public Finding withOccurrence(Occurrence value) {
        return new Finding(asset, value, function, category, confidence, evidence);
    }

    /** The same claim with that evidence. */
    public Finding withEvidence(Evidence value) {
        return new Finding(asset, occurrence, function, category, confidence, value);
    }

    /**
     * What makes two findings of different scans the same finding: asset, place and function, without line or offset.
     *
     * @return a text; hash it where a fixed length is wanted
     */
    public String fingerprint() {
        return String.join(
                "\n",
                asset.id(),
                occurrence.location(),
                occurrence.member(),
                occurrence.symbol(),
                function.id(),
                Integer.toString(occurrence.ordinal()),
                evidence.detector());
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
