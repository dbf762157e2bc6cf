package dev.shirube.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The worst that a quantum computer does to any part of an asset. */
final class AssetThreat {
    /** From worst to best; what is unknown could be the worst, so it hides whatever is better than broken. */
    private static final List<QuantumThreat> WORST_FIRST =
            List.of(QuantumThreat.VULNERABLE, QuantumThreat.UNKNOWN, QuantumThreat.WEAKENED, QuantumThreat.SAFE);

    private AssetThreat() {}

    static QuantumThreat of(CryptoAsset asset, AlgorithmRegistry registry) {
        return parts(asset, registry)
                .min(Comparator.comparingInt(WORST_FIRST::indexOf))
                .orElse(QuantumThreat.UNKNOWN);
    }

    private static Stream<QuantumThreat> parts(CryptoAsset asset, AlgorithmRegistry registry) {
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return Stream.of(registry.threat(certificate.subjectKey()), registry.threat(certificate.signature()));
        }
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return protocol.protocol().equals("ssh") ? ssh(protocol, registry) : tls(protocol, registry);
        }
        return asset.algorithm().map(registry::threat).stream();
    }

    private static Stream<QuantumThreat> ssh(CryptoAsset.Protocol protocol, AlgorithmRegistry registry) {
        return Stream.of(protocol.groups(), protocol.signatureSchemes())
                .flatMap(List::stream)
                .map(name -> registry.bySshName(name).map(registry::threat).orElse(QuantumThreat.UNKNOWN));
    }

    /** Of TLS and IKE the key exchange: their certificates are assets of their own. */
    private static Stream<QuantumThreat> tls(CryptoAsset.Protocol protocol, AlgorithmRegistry registry) {
        if (protocol.classicalByVersion()) {
            return Stream.of(QuantumThreat.VULNERABLE);
        }
        return protocol.groups().stream()
                .map(name -> registry.byProtocolName(protocol.protocol(), name)
                        .map(AlgorithmRegistry.CodePoint::threat)
                        .orElse(QuantumThreat.UNKNOWN));
    }
}
