package dev.shirube.material;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Resolution;
import java.util.List;

/** Puts what was decoded into findings: material itself as evidence, at the place where it was seen. */
public record Claims(String detector, String version, AlgorithmRegistry registry) {

    /**
     * A certain claim about a certificate or key.
     *
     * @param symbol name of the structure in its standard
     * @param row rule that recognised it
     * @param described what decided the algorithm
     */
    public Finding material(
            Place place, CryptoAsset asset, CryptoFunction function, String symbol, String row, Described described) {
        return new Finding(
                asset,
                place.occurrence(symbol, EvidenceKind.MATERIAL),
                function,
                category(described.algorithm()),
                Confidence.CERTAIN,
                new Evidence(
                        detector,
                        version,
                        row,
                        described.algorithm() instanceof Algorithm.Unresolved ? List.of() : described.values(),
                        described.algorithm() instanceof Algorithm.Unresolved
                                ? String.join(" ", described.values())
                                : "",
                        resolution(described),
                        described.reason(),
                        0,
                        ""));
    }

    private static Resolution resolution(Described described) {
        if (described.algorithm() instanceof Algorithm.Unresolved) {
            return Resolution.UNRESOLVED;
        }
        return described.reason().isEmpty() ? Resolution.LITERAL : Resolution.PARTIAL;
    }

    private Category category(Algorithm algorithm) {
        return algorithm instanceof Algorithm.Known known
                ? registry.entry(known.entry())
                        .map(AlgorithmRegistry.Entry::category)
                        .orElse(Category.PUBLIC_KEY)
                : Category.PUBLIC_KEY;
    }
}
