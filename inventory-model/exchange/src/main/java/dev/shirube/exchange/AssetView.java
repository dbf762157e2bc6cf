package dev.shirube.exchange;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.QuantumThreat;
import java.util.Locale;
import java.util.Optional;

/**
 * An asset as every export shows it.
 *
 * @param type {@code algorithm}, {@code certificate}, {@code key}, {@code protocol} or {@code library}
 * @param name name to show
 * @param family CycloneDX's family, or the registry's group where CycloneDX has none; empty where no algorithm decides
 * @param parameter parameter set of the deciding algorithm
 * @param curve its curve in CycloneDX 1.7 form
 * @param threat what a quantum computer does to the asset
 */
public record AssetView(
        String type,
        String name,
        Optional<String> family,
        Optional<String> parameter,
        Optional<String> curve,
        QuantumThreat threat) {

    /** The view of that asset. */
    public static AssetView of(CryptoAsset asset, AlgorithmRegistry registry) {
        Optional<Algorithm.Known> known =
                asset.algorithm().filter(Algorithm.Known.class::isInstance).map(Algorithm.Known.class::cast);
        Optional<String> family = known.flatMap(it -> registry.entry(it.entry()))
                .map(entry -> entry.cyclonedxFamily().orElse(entry.group()));
        return new AssetView(
                type(asset),
                name(asset, registry),
                family,
                known.flatMap(Algorithm.Known::parameterSet),
                known.flatMap(Algorithm.Known::curve),
                registry.threat(asset));
    }

    private static String type(CryptoAsset asset) {
        if (asset instanceof CryptoAsset.AlgorithmAsset) {
            return "algorithm";
        }
        if (asset instanceof CryptoAsset.Certificate) {
            return "certificate";
        }
        if (asset instanceof CryptoAsset.Key) {
            return "key";
        }
        return asset instanceof CryptoAsset.Protocol ? "protocol" : "library";
    }

    private static String name(CryptoAsset asset, AlgorithmRegistry registry) {
        if (asset instanceof CryptoAsset.AlgorithmAsset algorithm) {
            return registry.displayName(algorithm.value());
        }
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return certificate.subject().isEmpty() ? "certificate " + certificate.sha256() : certificate.subject();
        }
        if (asset instanceof CryptoAsset.Key key) {
            return registry.displayName(key.key()) + " " + key.kind().name().toLowerCase(Locale.ROOT) + " key";
        }
        if (asset instanceof CryptoAsset.Protocol protocol) {
            String version = protocol.version().map(it -> " " + it).orElse("");
            return protocol.protocol().toUpperCase(Locale.ROOT) + version;
        }
        return ((CryptoAsset.Library) asset).name();
    }
}
