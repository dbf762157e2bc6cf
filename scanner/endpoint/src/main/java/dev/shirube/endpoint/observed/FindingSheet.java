package dev.shirube.endpoint.observed;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The findings about one endpoint, all seen on the wire; two that say the same are one. */
public final class FindingSheet {
    private final String detector;
    private final String version;
    private final String location;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    /** A sheet of that detector about that endpoint. */
    public FindingSheet(String detector, String version, String location) {
        this.detector = detector;
        this.version = version;
        this.location = location;
    }

    /**
     * An algorithm that the peer was seen to use or to offer.
     *
     * @param symbol its name on the wire
     * @param row rule that recognised it
     */
    public void algorithm(Algorithm algorithm, String symbol, CryptoFunction function, String row) {
        Category category = algorithm instanceof Algorithm.Known known
                ? AlgorithmRegistry.standard()
                        .entry(known.entry())
                        .map(AlgorithmRegistry.Entry::category)
                        .orElse(Category.OTHER)
                : Category.OTHER;
        add(new CryptoAsset.AlgorithmAsset(algorithm), symbol, function, category, row, "");
    }

    /** A protocol, with the verdicts about it as the expression of its evidence. */
    public void protocol(
            CryptoAsset.Protocol protocol, String symbol, CryptoFunction function, String row, String verdicts) {
        add(protocol, symbol, function, Category.TLS, row, verdicts);
    }

    private void add(
            CryptoAsset asset,
            String symbol,
            CryptoFunction function,
            Category category,
            String row,
            String expression) {
        Occurrence occurrence = new Occurrence(
                location,
                OptionalInt.empty(),
                OptionalInt.empty(),
                "",
                symbol,
                0,
                EvidenceKind.HANDSHAKE,
                CodeContext.MAIN);
        Evidence evidence =
                new Evidence(detector, version, row, List.of(symbol), expression, Resolution.LITERAL, "", 0, "");
        Finding finding = new Finding(asset, occurrence, function, category, Confidence.CERTAIN, evidence);
        findings.putIfAbsent(finding.fingerprint(), finding);
    }

    /** All of them, in the order in which they came. */
    public List<Finding> findings() {
        return List.copyOf(findings.values());
    }
}
