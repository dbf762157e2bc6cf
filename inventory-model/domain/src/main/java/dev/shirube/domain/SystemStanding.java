package dev.shirube.domain;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
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
        for (AssignedFinding it : inventory.findings()) {
            told(it.system(), Origin.of(it.finding()) == Origin.IMPORTED, looked, all);
        }
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
