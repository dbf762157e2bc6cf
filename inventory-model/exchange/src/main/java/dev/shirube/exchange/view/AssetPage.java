package dev.shirube.exchange.view;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CertificateChains;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.ThreatPart;
import dev.shirube.exchange.FindingMembers;
import dev.shirube.exchange.JsonStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that is known of one asset, as one JSON document, {@code shirube-inventory-asset/1}.
 *
 * @param chains where the certificates of the inventory stand; empty unless the asset is one
 * @param presence when it was seen; empty where the store does not tell
 * @param findings those to write
 * @param places how many findings there are of it
 */
public record AssetPage(
        CryptoAsset asset,
        Optional<CertificateChains> chains,
        List<AssetPresence> presence,
        List<AssignedFinding> findings,
        long places) {

    /** The schema that the document names. */
    public static final String SCHEMA = "shirube-inventory-asset/1";

    /** Keeps unmodifiable copies. */
    public AssetPage {
        presence = List.copyOf(presence);
        findings = List.copyOf(findings);
    }

    /** Writes the document; the stream stays open. */
    public void write(OutputStream out, ViewHead head, AlgorithmRegistry registry) throws IOException {
        JsonStream.document(
                out,
                json -> json.object(document -> {
                    head.write(document, SCHEMA);
                    head.writeSystems(document);
                    document.object("asset", it -> {
                        FindingMembers.asset(it, asset, registry);
                        details(it);
                    });
                    quantum(document, registry);
                    if (asset instanceof CryptoAsset.Certificate certificate) {
                        document.object("chain", it -> chain(it, certificate));
                    }
                    document.list("seen", list -> {
                        for (AssetPresence one : presence) {
                            list.object(it -> seen(it, one));
                        }
                    });
                    document.list("findings", list -> {
                        for (AssignedFinding finding : findings) {
                            FindingList.write(list, finding, registry);
                        }
                    });
                    document.number("count", findings.size());
                    document.number("places", places);
                }));
    }

    private void quantum(JsonStream json, AlgorithmRegistry registry) throws IOException {
        json.text("quantum", registry.threat(asset).id());
        json.list("quantumParts", list -> {
            for (ThreatPart part : registry.threatParts(asset)) {
                list.object(it -> {
                    it.text("name", part.name());
                    it.text("quantum", part.threat().id());
                });
            }
        });
        json.truth("quantumDecided", registry.threat(asset) != QuantumThreat.UNKNOWN);
    }

    private void details(JsonStream json) throws IOException {
        if (asset instanceof CryptoAsset.Certificate certificate) {
            json.text("sha256", certificate.sha256());
            json.text("subject", certificate.subject());
            json.text("issuer", certificate.issuer());
            json.text("serialNumber", certificate.serialNumber());
            json.text("notBefore", certificate.notBefore().toString());
            json.text("notAfter", certificate.notAfter().toString());
            json.text("key", certificate.subjectKey().identity());
            json.text("signature", certificate.signature().identity());
            json.text("keySha256", certificate.keySha256());
            json.allTexts("keyUsage", certificate.keyUsage());
            json.truth("authority", certificate.authority());
        } else if (asset instanceof CryptoAsset.Key key) {
            json.text("kind", key.kind().name().toLowerCase(Locale.ROOT));
            json.text("format", key.format());
            json.number("size", key.size());
            key.fingerprint().ifPresent(it -> json.text("fingerprint", it));
            key.envelope().ifPresent(it -> json.text("envelope", it));
        } else if (asset instanceof CryptoAsset.Protocol protocol) {
            json.text("protocol", protocol.protocol());
            protocol.version().ifPresent(it -> json.text("protocolVersion", it));
            json.allTexts("cipherSuites", protocol.cipherSuites());
            json.allTexts("groups", protocol.groups());
            json.allTexts("signatureSchemes", protocol.signatureSchemes());
        } else if (asset instanceof CryptoAsset.Library library) {
            json.text("purl", library.purl());
            json.text("libraryVersion", library.version());
        }
    }

    private void chain(JsonStream json, CryptoAsset.Certificate certificate) throws IOException {
        if (chains.isEmpty()) {
            return;
        }
        json.text(
                "standing",
                chains.get()
                        .standing(certificate)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'));
        json.list("path", list -> chains.get().path(certificate).forEach(it -> list.text(it.sha256())));
        json.list("issuers", list -> {
            for (CertificateChains.Issuer issuer : chains.get().issuers(certificate)) {
                list.object(it -> {
                    it.text("sha256", issuer.certificate().sha256());
                    it.text(
                            "ground",
                            issuer.ground().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                });
            }
        });
    }

    private static void seen(JsonStream json, AssetPresence seen) {
        json.text("system", seen.system());
        json.text("firstSnapshot", seen.firstSnapshot());
        json.text("firstSeen", seen.firstSeen().toString());
        json.text("lastSnapshot", seen.lastSnapshot());
        json.text("lastSeen", seen.lastSeen().toString());
        json.truth("present", seen.present());
    }
}
