package dev.shirube.store;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.SystemStanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The view of an inventory that is in memory as a whole.
 *
 * @param inventory with a row for each discrepancy
 */
public record HeldView(Inventory inventory) implements InventoryView {

    @Override
    public Inventory frame() {
        return inventory.withFindings(List.of());
    }

    @Override
    public SortedMap<String, SystemStanding> standing() {
        return SystemStanding.of(inventory);
    }

    @Override
    public List<FindingCount> counts(Selection selection) {
        Map<FindingCount, Long> counts = new LinkedHashMap<>();
        for (AssignedFinding it : inventory.findings()) {
            if (selection.accepts(it)) {
                counts.merge(
                        new FindingCount(it.system(), it.finding().asset(), FindingTraits.of(it.finding()), 1),
                        1L,
                        Long::sum);
            }
        }
        List<FindingCount> all = new ArrayList<>();
        counts.forEach((kind, count) -> all.add(new FindingCount(kind.system(), kind.asset(), kind.traits(), count)));
        return all;
    }

    @Override
    public FindingsInOrder findings(Selection selection, Comparator<AssignedFinding> order) {
        return FindingsInOrder.held(inventory.findings().stream()
                .filter(selection::accepts)
                .sorted(order)
                .toList());
    }
}
