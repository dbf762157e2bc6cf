package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Origin;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Severity;
import dev.shirube.domain.SystemStanding;
import dev.shirube.domain.observed.ObservedEndpoint;
import dev.shirube.exchange.view.SystemSummary;
import dev.shirube.store.FindingCount;
import dev.shirube.store.FindingTraits;
import dev.shirube.store.InventoryView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts an inventory system by system, each finding once. */
final class SummaryCounts {

    /** What is counted of one system. */
    private static final class Counts {
        private final Map<QuantumThreat, Long> uses = new EnumMap<>(QuantumThreat.class);
        private final OwnerCounts owners = new OwnerCounts();
        private final LibraryCounts libraries = new LibraryCounts();
        private long imported;
        private long hidden;
        private long unreadable;
        private long endpoints;
    }

    private final FindingFilter filter;
    private final AlgorithmRegistry registry = AlgorithmRegistry.standard();
    private final Map<CryptoAsset, QuantumThreat> threats = new HashMap<>();
    private final SortedMap<String, Counts> systems = new TreeMap<>();

    SummaryCounts(FindingFilter filter) {
        this.filter = filter;
    }

    /** One summary for each system that is shown, by id. */
    List<SystemSummary> of(InventoryView view) {
        Inventory inventory = view.frame();
        view.counts(filter.asked()).forEach(this::add);
        inventory.diagnostics().stream()
                .filter(it -> it.diagnostic().severity() != Severity.NOTE)
                .forEach(it -> of(it.system()).unreadable++);
        ObservedEndpoint.of(inventory).forEach(it -> of(it.system()).endpoints++);
        List<SystemSummary> summaries = new ArrayList<>();
        view.standing().forEach((id, standing) -> {
            if (filter.acceptsSystem(id)) {
                summaries.add(summary(id, inventory.system(id).name(), standing, of(id)));
            }
        });
        return summaries;
    }

    private void add(FindingCount found) {
        FindingTraits traits = found.traits();
        if (!traits.function().isUse()) {
            return;
        }
        Counts counts = of(found.system());
        if (!filter.shows(traits)) {
            counts.hidden += found.count();
        } else if (found.asset() instanceof CryptoAsset.Library library) {
            counts.libraries.add(library);
        } else {
            QuantumThreat threat = threats.computeIfAbsent(found.asset(), registry::threat);
            counts.uses.merge(threat, found.count(), Long::sum);
            counts.imported += traits.origin() == Origin.IMPORTED ? found.count() : 0;
            if (threat == QuantumThreat.VULNERABLE) {
                counts.owners.add(traits.owner(), traits.reach(), found.count());
            }
        }
    }

    private Counts of(String system) {
        return systems.computeIfAbsent(system, it -> new Counts());
    }

    private static SystemSummary summary(String id, String name, SystemStanding standing, Counts counts) {
        return new SystemSummary(
                id,
                name,
                standing,
                counts.uses,
                counts.imported,
                counts.hidden,
                counts.unreadable,
                counts.owners.byOwner(),
                counts.owners.unused(),
                counts.libraries.byPresence(),
                counts.endpoints);
    }
}
