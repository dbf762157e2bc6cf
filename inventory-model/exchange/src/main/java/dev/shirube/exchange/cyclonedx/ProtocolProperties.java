package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code protocolProperties}: suites in their order, each with its algorithms.
 *
 * <p>Groups and signature schemes have no place at the protocol itself: 1.7 repeats them in each suite, or in one suite
 * without a name where no suite is known. In 1.6 they are properties of the component.
 */
final class ProtocolProperties {

    private static final Set<String> TYPES = Set.of("tls", "ssh", "ipsec", "ike", "sstp", "wpa", "other", "unknown");
    private static final Set<String> NEWER_TYPES = Set.of("dtls", "quic");

    private final AlgorithmRegistry registry;
    private final AssetReferences references;
    private final CbomVersion version;

    ProtocolProperties(AlgorithmRegistry registry, AssetReferences references, CbomVersion version) {
        this.registry = registry;
        this.references = references;
        this.version = version;
    }

    void write(JsonStream json, CryptoAsset.Protocol protocol, CodeContext context) throws IOException {
        List<String> exchange = CbomModel.refs(references.exchangeAndSignatures(protocol), context);
        json.object("protocolProperties", it -> {
            it.text("type", type(protocol.protocol()));
            protocol.version().ifPresent(version -> it.text("version", version));
            suites(it, protocol, context);
            if (exchange.isEmpty()) {
                return;
            }
            if (version.hasFamilies()) {
                it.list("relatedCryptographicAssets", assets -> {
                    for (String ref : exchange) {
                        CertificateProperties.related(assets, "algorithm", ref);
                    }
                });
            } else {
                it.texts("cryptoRefArray", exchange);
            }
        });
    }

    private String type(String protocol) {
        boolean known = TYPES.contains(protocol) || version.hasFamilies() && NEWER_TYPES.contains(protocol);
        return known ? protocol : "other";
    }

    private void suites(JsonStream json, CryptoAsset.Protocol protocol, CodeContext context) throws IOException {
        boolean nameless = protocol.cipherSuites().isEmpty() && version.hasFamilies() && hasGroups(protocol);
        if (protocol.cipherSuites().isEmpty() && !nameless) {
            return;
        }
        json.list("cipherSuites", list -> {
            for (String suite : protocol.cipherSuites()) {
                list.object(it -> {
                    it.text("name", suite);
                    it.texts("algorithms", CbomModel.refs(references.named(protocol, suite), context));
                    it.texts("identifiers", identifiers(protocol, suite));
                    groups(it, protocol);
                });
            }
            if (nameless) {
                list.object(it -> groups(it, protocol));
            }
        });
    }

    private static boolean hasGroups(CryptoAsset.Protocol protocol) {
        return isTls(protocol)
                && !(protocol.groups().isEmpty() && protocol.signatureSchemes().isEmpty());
    }

    private static boolean isTls(CryptoAsset.Protocol protocol) {
        return !protocol.protocol().equals("ssh");
    }

    private void groups(JsonStream json, CryptoAsset.Protocol protocol) throws IOException {
        if (version.hasFamilies() && isTls(protocol)) {
            json.texts("tlsGroups", protocol.groups());
            json.texts("tlsSignatureSchemes", protocol.signatureSchemes());
        }
    }

    /** One octet an element, as in the specification's samples. */
    private List<String> identifiers(CryptoAsset.Protocol protocol, String suite) {
        Optional<AlgorithmRegistry.CodePoint> point = isTls(protocol) ? registry.tlsByName(suite) : Optional.empty();
        return point.map(it -> List.of(octet(it.code() >> 8), octet(it.code() & 0xff)))
                .orElse(List.of());
    }

    private static String octet(int value) {
        return String.format(Locale.ROOT, "0x%02X", value);
    }
}
