package dev.shirube.exchange.foreign;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.ImportOrigin;
import dev.shirube.domain.Occurrence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The findings about one endpoint that a document tells, two that say the same being one. */
final class ForeignClaims {

    private final String location;
    private final ImportOrigin origin;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    ForeignClaims(String location, ImportOrigin origin) {
        this.location = location;
        this.origin = origin;
    }

    /** How an imported profile says by whom it was asked, in the place of a plan. */
    static String plan(ImportOrigin origin) {
        return (origin.detector() + " " + origin.version()).strip();
    }

    void algorithm(Algorithm algorithm, String symbol, CryptoFunction function) {
        Category category = algorithm instanceof Algorithm.Known known
                ? AlgorithmRegistry.standard()
                        .entry(known.entry())
                        .map(AlgorithmRegistry.Entry::category)
                        .orElse(Category.TLS)
                : Category.TLS;
        add(new CryptoAsset.AlgorithmAsset(algorithm), location, symbol, function, category);
    }

    void protocol(CryptoAsset.Protocol protocol, String symbol, CryptoFunction function) {
        add(protocol, location, symbol, function, Category.TLS);
    }

    void certificate(CryptoAsset.Certificate certificate, String place) {
        add(certificate, place, "X.509", CryptoFunction.CERTIFICATE, Category.PUBLIC_KEY);
    }

    private void add(CryptoAsset asset, String place, String symbol, CryptoFunction function, Category category) {
        Occurrence occurrence = new Occurrence(
                place, OptionalInt.empty(), OptionalInt.empty(), "", symbol, 0, EvidenceKind.IMPORT, CodeContext.MAIN);
        Finding finding =
                new Finding(asset, occurrence, function, category, Confidence.LIKELY, origin.says(List.of(symbol)));
        findings.putIfAbsent(finding.fingerprint(), finding);
    }

    List<Finding> findings() {
        return List.copyOf(findings.values());
    }
}
