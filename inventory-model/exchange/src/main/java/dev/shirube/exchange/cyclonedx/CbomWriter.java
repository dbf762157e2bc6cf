package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Inventory;
import dev.shirube.exchange.AssetView;
import dev.shirube.exchange.JsonStream;
import dev.shirube.exchange.WellFormed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/**
 * Writes an inventory as a cryptographic bill of materials, CycloneDX 1.6 or 1.7 (ECMA-424), as JSON.
 *
 * <p>One component for each asset in main and in test code, with every place where it was found; what a certificate, key,
 * protocol or hybrid group stands on follows as components of its own; what was observed of endpoints is a list of services. The same inventory and as-of date give the same
 * bytes. Posture (owners, protection periods, plans) stays out; systems appear by id and name.
 */
public final class CbomWriter {

    private final CbomVersion version;
    private final AlgorithmRegistry registry;
    private final MetadataWriter metadata;
    private final AlgorithmProperties algorithms;
    private final CertificateProperties certificates;
    private final KeyProperties keys;

    /**
     * A writer for that version.
     *
     * @param toolVersion our own version, for {@code metadata.tools}
     * @param asOf the date the inventory speaks of; its start in UTC is the document's timestamp
     */
    public CbomWriter(CbomVersion version, AlgorithmRegistry registry, String toolVersion, LocalDate asOf) {
        this.version = version;
        this.registry = registry;
        this.metadata = new MetadataWriter(toolVersion, asOf);
        this.algorithms = new AlgorithmProperties(registry, version);
        this.certificates = new CertificateProperties(version);
        this.keys = new KeyProperties(version);
    }

    /** Writes the document in UTF-8; the stream is flushed and stays open. */
    public void write(Inventory any, OutputStream out) throws IOException {
        Inventory inventory = WellFormed.inventory(any);
        CbomModel model = CbomModel.of(inventory, new AssetReferences(registry));
        String serial = SerialNumber.of(content -> write(inventory, model, "", content));
        write(inventory, model, serial, out);
        out.flush();
    }

    private void write(Inventory inventory, CbomModel model, String serial, OutputStream out) throws IOException {
        JsonStream.document(
                out,
                document -> document.object(json -> {
                    json.text("$schema", version.schema());
                    json.text("bomFormat", "CycloneDX");
                    json.text("specVersion", version.id());
                    if (!serial.isEmpty()) {
                        json.text("serialNumber", serial);
                    }
                    json.number("version", 1);
                    metadata.write(json, inventory);
                    json.list("components", list -> {
                        for (CbomComponent component : model.components()) {
                            list.object(it -> component(it, component, model));
                        }
                    });
                    if (!inventory.endpoints().isEmpty()) {
                        json.list("services", list -> EndpointServices.write(list, inventory.endpoints()));
                    }
                    json.list("dependencies", list -> dependencies(list, model));
                }));
    }

    private void component(JsonStream json, CbomComponent component, CbomModel model) throws IOException {
        AssetView view = AssetView.of(component.asset(), registry);
        boolean library = component.asset() instanceof CryptoAsset.Library;
        json.text("type", library ? "library" : "cryptographic-asset");
        json.text("bom-ref", component.ref());
        json.text("name", view.name());
        if (component.asset() instanceof CryptoAsset.Library it) {
            json.text("version", it.version());
            json.text("purl", it.purl());
        } else {
            json.object("cryptoProperties", it -> crypto(it, component, model));
        }
        ComponentProperties.write(json, component, view);
        // Last, so that a reader knows the asset before the places, of which there may be a million.
        OccurrenceWriter.write(json, component.findings());
    }

    private void crypto(JsonStream json, CbomComponent component, CbomModel model) throws IOException {
        CryptoAsset asset = component.asset();
        if (asset instanceof CryptoAsset.AlgorithmAsset algorithm) {
            json.text("assetType", "algorithm");
            algorithms.write(json, algorithm.value(), component.findings());
        } else if (asset instanceof CryptoAsset.Certificate certificate) {
            json.text("assetType", "certificate");
            certificates.write(json, certificate, component.context());
        } else if (asset instanceof CryptoAsset.Key key) {
            json.text("assetType", "related-crypto-material");
            keys.write(json, key, component.context());
        } else if (asset instanceof CryptoAsset.Protocol protocol) {
            json.text("assetType", "protocol");
            new ProtocolProperties(registry, model.references(), version).write(json, protocol, component.context());
        }
    }

    private static void dependencies(JsonStream json, CbomModel model) throws IOException {
        for (CbomComponent component : model.components()) {
            if (!component.dependsOn().isEmpty()) {
                json.object(it -> {
                    it.text("ref", component.ref());
                    it.texts("dependsOn", component.dependsOn());
                });
            }
        }
    }
}
