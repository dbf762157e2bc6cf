package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.exchange.JsonItem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A component that we wrote, as the asset it was. */
final class AssetReader {

    private AssetReader() {}

    /**
     * The asset.
     *
     * @throws IllegalArgumentException when the component names an asset but does not hold it
     */
    static CryptoAsset read(JsonItem component, Map<String, String> properties) {
        String id = properties.getOrDefault("shirube:asset", "");
        CryptoAsset asset = switch (id.substring(0, Math.max(id.indexOf(':'), 0))) {
            case "algorithm" -> new CryptoAsset.AlgorithmAsset(Algorithm.parse(id.substring("algorithm:".length())));
            case "certificate" -> certificate(component, properties, id.substring(id.indexOf('=') + 1));
            case "key" -> key(component, properties, id);
            case "protocol" -> protocol(component, properties);
            case "library" ->
                new CryptoAsset.Library(component.text("purl"), component.text("name"), component.text("version"));
            default -> throw new IllegalArgumentException("no kind of asset: " + id);
        };
        if (!asset.id().equals(id)) {
            throw new IllegalArgumentException("the component does not hold the asset it names: " + id);
        }
        return asset;
    }

    private static CryptoAsset certificate(JsonItem component, Map<String, String> properties, String sha256) {
        JsonItem fields = component.object("cryptoProperties").object("certificateProperties");
        try {
            return new CryptoAsset.Certificate(
                    sha256,
                    fields.text("subjectName"),
                    fields.text("issuerName"),
                    required(properties, "shirube:serial-number"),
                    Instant.parse(required(properties, "shirube:not-before")),
                    Instant.parse(required(properties, "shirube:not-after")),
                    Algorithm.parse(required(properties, "shirube:subject-key")),
                    Algorithm.parse(required(properties, "shirube:signature")),
                    required(properties, "shirube:key-sha256"),
                    ContextText.unescapeList(properties.getOrDefault("shirube:key-usage", "")),
                    Boolean.parseBoolean(properties.get("shirube:authority")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date of the certificate is none", e);
        }
    }

    private static CryptoAsset key(JsonItem component, Map<String, String> properties, String id) {
        JsonItem fields = component.object("cryptoProperties").object("relatedCryptoMaterialProperties");
        String print = id.substring(id.indexOf('=') + 1);
        boolean locked = print.startsWith("locked:");
        return new CryptoAsset.Key(
                switch (fields.text("type")) {
                    case "private-key" -> CryptoAsset.KeyKind.PRIVATE;
                    case "public-key" -> CryptoAsset.KeyKind.PUBLIC;
                    case "secret-key" -> CryptoAsset.KeyKind.SECRET;
                    default -> throw new IllegalArgumentException("no kind of key: " + fields.text("type"));
                },
                Algorithm.parse(required(properties, "shirube:key-algorithm")),
                locked ? Optional.empty() : Optional.of(print),
                Optional.ofNullable(properties.get("shirube:envelope-sha256")),
                fields.number("size"),
                fields.text("format"));
    }

    private static CryptoAsset protocol(JsonItem component, Map<String, String> properties) {
        JsonItem fields = component.object("cryptoProperties").object("protocolProperties");
        return new CryptoAsset.Protocol(
                required(properties, "shirube:protocol"),
                Optional.of(fields.text("version")).filter(it -> !it.isEmpty()),
                names(properties, "shirube:cipher-suites"),
                names(properties, "shirube:groups"),
                names(properties, "shirube:signature-schemes"));
    }

    private static List<String> names(Map<String, String> properties, String name) {
        return ContextText.unescapeList(properties.getOrDefault(name, ""));
    }

    private static String required(Map<String, String> properties, String name) {
        String value = properties.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the property " + name + " is missing");
        }
        return value;
    }
}
