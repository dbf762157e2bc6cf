package dev.shirube.domain;

import java.util.Collections;
import java.util.Locale;
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

    /** The id that files carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every system that is registered, was scanned, or has findings or endpoints, by id. */
    public static SortedMap<String, SystemStanding> of(Inventory inventory) {
        SortedMap<String, SystemStanding> all = new TreeMap<>();
        inventory.systems().keySet().forEach(id -> all.put(id, NOT_SCANNED));
        inventory.diagnostics().forEach(it -> all.putIfAbsent(it.system(), NOT_SCANNED));
        inventory.findings().forEach(it -> all.put(it.system(), IMPORTED));
        inventory.endpoints().forEach(it -> all.put(it.system(), IMPORTED));
        inventory.coverage().keySet().forEach(id -> all.put(id, SCANNED));
        return Collections.unmodifiableSortedMap(all);
    }
}
