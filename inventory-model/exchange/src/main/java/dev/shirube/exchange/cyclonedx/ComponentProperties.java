package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.readiness.CryptoLibrary;
import dev.shirube.domain.readiness.LibraryReadiness;
import dev.shirube.domain.readiness.PqcStatement;
import dev.shirube.domain.readiness.Presence;
import dev.shirube.exchange.AssetView;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The properties of a component, all named {@code shirube:}; they carry what CycloneDX has no field for. */
final class ComponentProperties {

    private ComponentProperties() {}

    static void write(JsonStream json, CbomComponent component, AssetView view) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        properties.put("shirube:asset", component.asset().id());
        properties.put("shirube:context", component.context().id());
        properties.put("shirube:quantum", view.threat().id());
        if (component.findings().isEmpty()) {
            // Named by a certificate, key or protocol, seen nowhere on its own.
            properties.put("shirube:referenced-only", "true");
        }
        add(properties, component.asset());
        json.list("properties", list -> {
            for (Map.Entry<String, String> property : properties.entrySet()) {
                property(list, property.getKey(), property.getValue());
            }
        });
    }

    static void property(JsonStream json, String name, String value) throws IOException {
        json.object(it -> {
            it.text("name", name);
            it.text("value", value);
        });
    }

    private static void add(Map<String, String> properties, CryptoAsset asset) {
        if (asset instanceof CryptoAsset.Certificate certificate) {
            properties.put("shirube:authority", Boolean.toString(certificate.authority()));
            // The schema's text would leave out the signature; everybody digests the whole DER encoding.
            properties.put("shirube:fingerprint-of", "der");
            properties.put("shirube:key-sha256", certificate.keySha256());
            properties.put("shirube:key-usage", ContextText.escapeList(certificate.keyUsage()));
            properties.put("shirube:not-after", certificate.notAfter().toString());
            properties.put("shirube:not-before", certificate.notBefore().toString());
            properties.put("shirube:serial-number", certificate.serialNumber());
            properties.put("shirube:signature", certificate.signature().identity());
            properties.put("shirube:subject-key", certificate.subjectKey().identity());
        } else if (asset instanceof CryptoAsset.Key key) {
            properties.put("shirube:key-algorithm", key.key().identity());
            key.envelope().ifPresent(it -> properties.put("shirube:envelope-sha256", it));
        } else if (asset instanceof CryptoAsset.Protocol protocol) {
            properties.put("shirube:protocol", protocol.protocol());
            properties.put("shirube:cipher-suites", ContextText.escapeList(protocol.cipherSuites()));
            properties.put("shirube:groups", ContextText.escapeList(protocol.groups()));
            properties.put("shirube:signature-schemes", ContextText.escapeList(protocol.signatureSchemes()));
        } else if (asset instanceof CryptoAsset.Library library) {
            readiness(properties, library);
        }
    }

    /** Whether that version has post-quantum cryptography of the final standards, and the lowest version that has any. */
    private static void readiness(Map<String, String> properties, CryptoAsset.Library library) {
        LibraryReadiness readiness = LibraryReadiness.standard();
        Presence presence =
                readiness.statement(library).map(PqcStatement::standard).orElse(Presence.UNKNOWN);
        properties.put("shirube:pqc", presence.name().toLowerCase(Locale.ROOT));
        readiness
                .of(library)
                .flatMap(CryptoLibrary::standardFrom)
                .ifPresent(it -> properties.put("shirube:pqc-from", it));
    }
}
