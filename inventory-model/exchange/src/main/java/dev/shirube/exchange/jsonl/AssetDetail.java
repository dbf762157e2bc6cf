package dev.shirube.exchange.jsonl;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.exchange.JsonItem;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** {@code detail} of an asset: what its id does not tell, so that the line can be read back. */
final class AssetDetail {

    private static final String DETAIL = "detail";

    private AssetDetail() {}

    /** Writes it; of an algorithm the id tells all. */
    static void write(JsonStream json, CryptoAsset asset) throws IOException {
        if (asset instanceof CryptoAsset.Certificate it) {
            json.object(DETAIL, detail -> {
                detail.text("subject", it.subject());
                detail.text("issuer", it.issuer());
                detail.text("serialNumber", it.serialNumber());
                detail.text("notBefore", it.notBefore().toString());
                detail.text("notAfter", it.notAfter().toString());
                detail.text("subjectKey", it.subjectKey().identity());
                detail.text("signature", it.signature().identity());
                detail.text("keySha256", it.keySha256());
                detail.allTexts("keyUsage", it.keyUsage());
                detail.truth("authority", it.authority());
            });
        } else if (asset instanceof CryptoAsset.Key it) {
            json.object(DETAIL, detail -> {
                detail.text("kind", it.kind().name().toLowerCase(Locale.ROOT));
                detail.text("algorithm", it.key().identity());
                optional(detail, "fingerprint", it.fingerprint());
                optional(detail, "envelope", it.envelope());
                detail.number("size", it.size());
                detail.text("format", it.format());
            });
        } else if (asset instanceof CryptoAsset.Protocol it) {
            json.object(DETAIL, detail -> {
                detail.text("protocol", it.protocol());
                optional(detail, "version", it.version());
                detail.allTexts("cipherSuites", it.cipherSuites());
                detail.allTexts("groups", it.groups());
                detail.allTexts("signatureSchemes", it.signatureSchemes());
            });
        } else if (asset instanceof CryptoAsset.Library it) {
            json.object(DETAIL, detail -> {
                detail.text("purl", it.purl());
                detail.text("version", it.version());
            });
        }
    }

    private static void optional(JsonStream json, String name, Optional<String> value) {
        value.ifPresent(it -> json.text(name, it));
    }

    /**
     * The asset of a line.
     *
     * @throws IllegalArgumentException when the line does not hold the asset it names
     */
    static CryptoAsset read(JsonItem asset) {
        String id = asset.text("id");
        JsonItem detail = asset.object(DETAIL);
        CryptoAsset read = switch (asset.text("type")) {
            case "algorithm" ->
                new CryptoAsset.AlgorithmAsset(
                        Algorithm.parse(id.substring(Math.min(id.length(), "algorithm:".length()))));
            case "certificate" -> certificate(detail, id.substring(id.indexOf('=') + 1));
            case "key" -> key(detail);
            case "protocol" ->
                new CryptoAsset.Protocol(
                        detail.text("protocol"),
                        told(detail, "version"),
                        detail.texts("cipherSuites"),
                        detail.texts("groups"),
                        detail.texts("signatureSchemes"));
            case "library" -> new CryptoAsset.Library(detail.text("purl"), asset.text("name"), detail.text("version"));
            default -> throw new IllegalArgumentException("no type of asset: " + asset.text("type"));
        };
        if (!read.id().equals(id)) {
            throw new IllegalArgumentException("the line does not hold the asset it names: " + id);
        }
        return read;
    }

    private static CryptoAsset certificate(JsonItem detail, String sha256) {
        try {
            return new CryptoAsset.Certificate(
                    sha256,
                    detail.text("subject"),
                    detail.text("issuer"),
                    detail.text("serialNumber"),
                    Instant.parse(detail.text("notBefore")),
                    Instant.parse(detail.text("notAfter")),
                    Algorithm.parse(detail.text("subjectKey")),
                    Algorithm.parse(detail.text("signature")),
                    detail.text("keySha256"),
                    detail.texts("keyUsage"),
                    detail.text("authority").equals("true"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date of the certificate is none", e);
        }
    }

    private static CryptoAsset key(JsonItem detail) {
        return new CryptoAsset.Key(
                CryptoAsset.KeyKind.valueOf(detail.text("kind").toUpperCase(Locale.ROOT)),
                Algorithm.parse(detail.text("algorithm")),
                told(detail, "fingerprint"),
                told(detail, "envelope"),
                detail.number("size"),
                detail.text("format"));
    }

    private static Optional<String> told(JsonItem item, String name) {
        return item.members().get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
