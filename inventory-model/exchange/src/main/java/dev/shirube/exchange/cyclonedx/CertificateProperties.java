package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.time.Instant;

/** {@code certificateProperties} of an X.509 certificate. */
final class CertificateProperties {

    /** RFC 3339 knows four digits of a year; a certificate may say otherwise (its dates then stand in a property). */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final CbomVersion version;

    CertificateProperties(CbomVersion version) {
        this.version = version;
    }

    void write(JsonStream json, CryptoAsset.Certificate certificate, CodeContext context) throws IOException {
        String signature = CbomComponent.ref(AssetReferences.algorithm(certificate.signature()), context);
        String key = CbomComponent.ref(AssetReferences.publicKey(certificate), context);
        json.object("certificateProperties", it -> {
            if (version.hasFamilies()) {
                it.text("serialNumber", certificate.serialNumber());
            }
            it.text("subjectName", certificate.subject());
            it.text("issuerName", certificate.issuer());
            date(it, "notValidBefore", certificate.notBefore());
            date(it, "notValidAfter", certificate.notAfter());
            it.text("certificateFormat", "X.509");
            if (version.hasFamilies()) {
                newer(it, certificate, signature, key);
            } else {
                it.text("signatureAlgorithmRef", signature);
                it.text("subjectPublicKeyRef", key);
            }
        });
    }

    private static void newer(JsonStream json, CryptoAsset.Certificate certificate, String signature, String key)
            throws IOException {
        json.object("fingerprint", it -> {
            it.text("alg", "SHA-256");
            it.text("content", certificate.sha256());
        });
        json.list("certificateExtensions", extensions -> {
            if (!certificate.keyUsage().isEmpty()) {
                extension(extensions, "keyUsage", String.join(", ", certificate.keyUsage()));
            }
            if (certificate.authority()) {
                extension(extensions, "basicConstraints", "CA:TRUE");
            }
        });
        json.list("relatedCryptographicAssets", assets -> {
            related(assets, "algorithm", signature);
            related(assets, "publicKey", key);
        });
    }

    private static void extension(JsonStream json, String name, String value) throws IOException {
        json.object(it -> {
            it.text("commonExtensionName", name);
            it.text("commonExtensionValue", value);
        });
    }

    static void related(JsonStream json, String type, String ref) throws IOException {
        json.object(it -> {
            it.text("type", type);
            it.text("ref", ref);
        });
    }

    private static void date(JsonStream json, String name, Instant date) {
        if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
            json.text(name, date.toString());
        }
    }
}
