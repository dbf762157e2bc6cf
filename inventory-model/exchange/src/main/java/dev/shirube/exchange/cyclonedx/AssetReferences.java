package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which other assets an asset stands on: a certificate on its key and signature, a protocol on its algorithms. */
final class AssetReferences {

    private final AlgorithmRegistry registry;

    AssetReferences(AlgorithmRegistry registry) {
        this.registry = registry;
    }

    List<CryptoAsset> of(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return List.of(algorithm(certificate.signature()), publicKey(certificate));
        }
        if (asset instanceof CryptoAsset.Key key) {
            return List.of(algorithm(key.key()));
        }
        if (asset instanceof CryptoAsset.Protocol protocol) {
            List<CryptoAsset> assets = new ArrayList<>();
            protocol.cipherSuites().forEach(name -> assets.addAll(named(protocol, name)));
            assets.addAll(exchangeAndSignatures(protocol));
            return assets;
        }
        // A hybrid is a combiner of its parts; the classical one must still be seen.
        return asset instanceof CryptoAsset.AlgorithmAsset algorithm
                ? registry.parts(algorithm.value()).stream()
                        .map(AssetReferences::algorithm)
                        .toList()
                : List.of();
    }

    /** What groups and signature schemes stand for, without the suites. */
    List<CryptoAsset> exchangeAndSignatures(CryptoAsset.Protocol protocol) {
        List<CryptoAsset> assets = new ArrayList<>();
        protocol.groups().forEach(name -> assets.addAll(named(protocol, name)));
        protocol.signatureSchemes().forEach(name -> assets.addAll(named(protocol, name)));
        return assets;
    }

    /** The algorithms that a name stands for in that protocol; none for a name that the registry does not know. */
    List<CryptoAsset> named(CryptoAsset.Protocol protocol, String name) {
        List<Algorithm.Known> known = protocol.protocol().equals("ssh")
                ? registry.bySshName(name).stream().toList()
                : registry.byProtocolName(protocol.protocol(), name)
                        .map(AlgorithmRegistry.CodePoint::algorithms)
                        .orElse(List.of());
        return known.stream().map(AssetReferences::algorithm).toList();
    }

    /** The key inside a certificate, as it would be found on its own. */
    static CryptoAsset publicKey(CryptoAsset.Certificate certificate) {
        return new CryptoAsset.Key(
                CryptoAsset.KeyKind.PUBLIC,
                certificate.subjectKey(),
                Optional.of(certificate.keySha256()),
                Optional.empty(),
                OptionalInt.empty(),
                "X.509");
    }

    static CryptoAsset algorithm(Algorithm algorithm) {
        return new CryptoAsset.AlgorithmAsset(algorithm);
    }
}
