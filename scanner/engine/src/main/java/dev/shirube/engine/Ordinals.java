package dev.shirube.engine;

import dev.shirube.domain.Finding;
import dev.shirube.domain.ScanResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the findings that only their line would tell apart, in the order of their lines.
 *
 * <p>Equal are findings of the same asset for the same function, called by the same symbol in the same member (adr/0023): a
 * call with another algorithm between two equal ones renumbers neither. Each detector counts for itself, so that a new
 * detector does not renumber the findings of the others.
 */
final class Ordinals {
    private Ordinals() {}

    static ScanResult assign(ScanResult result) {
        return result.withFindings(assign(result.findings()));
    }

    static List<Finding> assign(List<Finding> findings) {
        // Entries of the same name may differ in nothing but their bytes; the text of the whole record decides then.
        List<Finding> sorted = findings.stream()
                .sorted(Comparator.<Finding>naturalOrder().thenComparing(Finding::toString))
                .toList();
        Map<List<Object>, Integer> next = new HashMap<>();
        List<Finding> numbered = new ArrayList<>(sorted.size());
        for (Finding finding : sorted) {
            List<Object> place = List.of(
                    finding.evidence().detector(),
                    finding.occurrence().location(),
                    finding.occurrence().member(),
                    finding.occurrence().symbol(),
                    finding.function(),
                    finding.asset().id());
            int ordinal = next.merge(place, 1, Integer::sum) - 1;
            numbered.add(finding.withOccurrence(finding.occurrence().withOrdinal(ordinal)));
        }
        return numbered;
    }
}
