package dev.shirube.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much an inventory can say of a system at all: what nobody looked at has no findings, and that is not none. */
public enum SystemStanding {
    /** A scan of ours looked at some of it. */
    SCANNED,
    /** Only the results of other tools tell of it. */
    IMPORTED,
    /** Nobody looked: what it uses is unknown. */
    NOT_SCANNED;

    /** In the place of a detector: the document was read, which says nothing of what its tool looked at. */
    private static final String IMPORT = "import";

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every system that is registered, was scanned, or has findings or endpoints, by id. */
    public static SortedMap<String, SystemStanding> of(Inventory inventory) {
        SortedMap<String, Set<Origin>> findings = new TreeMap<>();
        for (AssignedFinding it : inventory.findings()) {
            findings.computeIfAbsent(it.system(), id -> EnumSet.noneOf(Origin.class))
                    .add(Origin.of(it.finding()));
        }
        return of(inventory, findings);
    }

    /**
     * The same where the findings are not at hand.
     *
     * @param inventory all else
     * @param findings the systems that have any, and where these come from
     */
    public static SortedMap<String, SystemStanding> of(Inventory inventory, Map<String, Set<Origin>> findings) {
        SortedMap<String, SystemStanding> all = new TreeMap<>();
        inventory.systems().keySet().forEach(id -> all.put(id, NOT_SCANNED));
        inventory.diagnostics().forEach(it -> all.putIfAbsent(it.system(), NOT_SCANNED));
        // What is imported comes in without coverage, or with an empty one.
        inventory.coverage().forEach((id, coverage) -> all.put(id, SCANNED));
        Set<String> looked = new HashSet<>();
        inventory.coverage().forEach((id, coverage) -> {
            if (coverage.rows().keySet().stream().anyMatch(it -> !it.detector().equals(IMPORT))) {
                looked.add(id);
            }
        });
        findings.forEach((id, origins) -> told(id, !origins.contains(Origin.OBSERVED), looked, all));
        for (AssignedEndpoint it : inventory.endpoints()) {
            told(it.system(), it.profile().imported(), looked, all);
        }
        looked.forEach(id -> all.put(id, SCANNED));
        return Collections.unmodifiableSortedMap(all);
    }

    private static void told(
            String system, boolean imported, Set<String> looked, SortedMap<String, SystemStanding> all) {
        if (!imported) {
            looked.add(system);
        }
        all.put(system, IMPORTED);
    }
}
