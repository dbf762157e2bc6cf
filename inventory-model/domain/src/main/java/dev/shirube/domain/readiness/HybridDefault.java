package dev.shirube.domain.readiness;

import dev.shirube.data.DataNode;

/**
 * What a default TLS client does with hybrid groups from one version on.
 *
 * @param from first version it holds for
 * @param with what must be there besides; empty where the version alone decides
 * @param source where it is said; may be empty
 */
public record HybridDefault(String from, HybridOffer offer, String with, ReadinessEvidence evidence, String source) {

    static HybridDefault of(DataNode row) {
        return new HybridDefault(
                row.get("from").text(),
                HybridOffer.of(row.get("offer").text()),
                row.get("with").textOr(""),
                ReadinessEvidence.of(row.get("evidence").text()),
                row.get("source").textOr(""));
    }
}
