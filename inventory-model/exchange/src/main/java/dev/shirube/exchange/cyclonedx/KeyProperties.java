package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;

/** {@code relatedCryptoMaterialProperties} of a key: fingerprint, type and size, never its value. */
final class KeyProperties {

    private final CbomVersion version;

    KeyProperties(CbomVersion version) {
        this.version = version;
    }

    void write(JsonStream json, CryptoAsset.Key key, CodeContext context) throws IOException {
        String algorithm = CbomComponent.ref(AssetReferences.algorithm(key.key()), context);
        json.object("relatedCryptoMaterialProperties", it -> {
            it.text("type", type(key.kind()));
            it.text("id", key.id());
            it.number("size", key.size());
            it.text("format", key.format());
            if (!version.hasFamilies()) {
                it.text("algorithmRef", algorithm);
                return;
            }
            if (key.fingerprint().isPresent()) {
                it.object("fingerprint", print -> {
                    print.text("alg", "SHA-256");
                    print.text("content", key.fingerprint().get());
                });
            }
            it.list(
                    "relatedCryptographicAssets",
                    assets -> CertificateProperties.related(assets, "algorithm", algorithm));
        });
    }

    private static String type(CryptoAsset.KeyKind kind) {
        return switch (kind) {
            case PRIVATE -> "private-key";
            case PUBLIC -> "public-key";
            case SECRET -> "secret-key";
        };
    }
}
