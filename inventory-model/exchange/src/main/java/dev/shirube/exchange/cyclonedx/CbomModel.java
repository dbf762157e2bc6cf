package dev.shirube.exchange.cyclonedx;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CertificateChains;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Inventory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The components of a CBOM: one for each asset in main and in test code, and those they refer to. */
final class CbomModel {

    private final Map<String, CbomComponent> components = new TreeMap<>();
    private final AssetReferences references;
    private final CertificateChains chains;

    private CbomModel(AssetReferences references, CertificateChains chains) {
        this.references = references;
        this.chains = chains;
    }

    static CbomModel of(Inventory inventory, AssetReferences references) {
        CbomModel model = new CbomModel(references, CertificateChains.of(inventory));
        for (AssignedFinding finding : inventory.findings()) {
            CodeContext context = finding.finding().occurrence().context();
            model.component(finding.finding().asset(), context).add(finding);
        }
        model.completeReferences();
        return model;
    }

    private CbomComponent component(CryptoAsset asset, CodeContext context) {
        return components.computeIfAbsent(CbomComponent.ref(asset, context), ref -> new CbomComponent(asset, context));
    }

    /** Every reference leads to a component: what nobody found on its own is added without occurrences. */
    private void completeReferences() {
        Deque<CbomComponent> open = new ArrayDeque<>(components.values());
        while (!open.isEmpty()) {
            CbomComponent component = open.remove();
            for (CryptoAsset asset : referredTo(component.asset())) {
                String ref = CbomComponent.ref(asset, component.context());
                if (component.dependsOn().add(ref) && !components.containsKey(ref)) {
                    open.add(component(asset, component.context()));
                }
            }
        }
    }

    /** A certificate stands on those that may have signed it, too. */
    private List<CryptoAsset> referredTo(CryptoAsset asset) {
        List<CryptoAsset> assets = new ArrayList<>(references.of(asset));
        if (asset instanceof CryptoAsset.Certificate certificate) {
            chains.issuers(certificate).forEach(it -> assets.add(it.certificate()));
        }
        return assets;
    }

    /** In the order of their references. */
    Collection<CbomComponent> components() {
        return components.values();
    }

    /** What a protocol and its suites stand on. */
    AssetReferences references() {
        return references;
    }

    static List<String> refs(Collection<CryptoAsset> assets, CodeContext context) {
        return assets.stream()
                .map(asset -> CbomComponent.ref(asset, context))
                .distinct()
                .sorted()
                .toList();
    }
}
