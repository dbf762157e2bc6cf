package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.readiness.VersionRange;

/** What an asset is called in a table. */
final class AssetNames {

    private AssetNames() {}

    /** A short name for tables. */
    static String name(AlgorithmRegistry registry, CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Certificate certificate) {
            return "X.509 " + registry.displayName(certificate.subjectKey());
        }
        if (asset instanceof CryptoAsset.Protocol protocol) {
            return protocol.protocol().toUpperCase(java.util.Locale.ROOT)
                    + protocol.version().map(it -> " " + it).orElse("");
        }
        if (asset instanceof CryptoAsset.Library library) {
            return (library.name() + " " + VersionRange.words(library.version()).en()).strip();
        }
        return registry.displayName(asset.algorithm().orElseThrow());
    }
}
