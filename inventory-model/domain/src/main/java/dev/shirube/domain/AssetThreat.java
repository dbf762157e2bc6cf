package dev.shirube.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The worst that a quantum computer does to any part of an asset. */
final class AssetThreat {
    /** From worst to best; what is unknown could be the worst, so it hides whatever is better than broken. */
    private static final List<QuantumThreat> WORST_FIRST =
            List.of(QuantumThreat.VULNERABLE, QuantumThreat.UNKNOWN, QuantumThreat.WEAKENED, QuantumThreat.SAFE);

    private AssetThreat() {}

    static QuantumThreat of(CryptoAsset asset, AlgorithmRegistry registry) {
        return parts(asset, registry)
                .map(ThreatPart::threat)
                .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                .orElse(QuantumThreat.UNKNOWN);
    }

    /** What the asset is made of, worst first, each name once. */
    static List<ThreatPart> sorted(CryptoAsset asset, AlgorithmRegistry registry) {
        return parts(asset, registry)
                .distinct()
                .sorted(Comparator.comparingInt(it -> WORST_FIRST.indexOf(it.threat())))
                .toList();
    }

    private static Stream<ThreatPart> parts(CryptoAsset asset, AlgorithmRegistry registry) {
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return Stream.of(certificate.subjectKey(), certificate.signature()).map(it -> part(it, registry));
        }
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return protocol.protocol().equals("ssh") ? ssh(protocol, registry) : tls(protocol, registry);
        }
        return asset.algorithm().map(it -> part(it, registry)).stream();
    }

    private static ThreatPart part(Algorithm algorithm, AlgorithmRegistry registry) {
        return new ThreatPart(registry.displayName(algorithm), registry.threat(algorithm));
    }

    private static Stream<ThreatPart> ssh(CryptoAsset.Protocol protocol, AlgorithmRegistry registry) {
        return Stream.of(protocol.groups(), protocol.signatureSchemes())
                .flatMap(List::stream)
                .map(name -> new ThreatPart(
                        name, registry.bySshName(name).map(registry::threat).orElse(QuantumThreat.UNKNOWN)));
    }

    /** Of TLS and IKE the key exchange: their certificates are assets of their own. */
    private static Stream<ThreatPart> tls(CryptoAsset.Protocol protocol, AlgorithmRegistry registry) {
        if (protocol.classicalByVersion()) {
            String version = protocol.version().map(it -> " " + it).orElse("");
            return Stream.of(
                    new ThreatPart(protocol.protocol().toUpperCase(Locale.ROOT) + version, QuantumThreat.VULNERABLE));
        }
        return protocol.groups().stream()
                .map(name -> new ThreatPart(
                        name,
                        registry.byProtocolName(protocol.protocol(), name)
                                .map(AlgorithmRegistry.CodePoint::threat)
                                .orElse(QuantumThreat.UNKNOWN)));
    }
}
