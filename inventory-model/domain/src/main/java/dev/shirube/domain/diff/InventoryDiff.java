package dev.shirube.domain.diff;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What changed between two states of an inventory.
 *
 * @param systems changes of systems, sorted
 * @param assets changes of assets, by system, sorted
 * @param occurrences changes of occurrences, sorted
 * @param numbers for each system that either state knows, how many occurrences of each kind of change, and how many
 *     fields are declared otherwise; those that nobody looked at are counted here even where they are not listed
 * @param progress how far the migration came: all systems first, then each
 */
public record InventoryDiff(
        List<Change.OfSystem> systems,
        List<Change.OfAsset> assets,
        List<Change.OfOccurrence> occurrences,
        SortedMap<String, Map<ChangeKind, Long>> numbers,
        List<Progress> progress) {

    /** Keeps unmodifiable copies. */
    public InventoryDiff {
        systems = List.copyOf(systems);
        assets = List.copyOf(assets);
        occurrences = List.copyOf(occurrences);
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        progress = List.copyOf(progress);
    }

    /** Whether nothing changed, as far as was looked. */
    public boolean isEmpty() {
        return systems.isEmpty() && assets.isEmpty() && occurrences.isEmpty();
    }

    /** What changed from one inventory to the other, as far as {@linkplain Looked#byCoverage coverage} tells. */
    public static InventoryDiff between(Inventory before, Inventory after) {
        return between(before, after, Looked.byCoverage(before, after));
    }

    /**
     * What changed from one inventory to the other. What the second one lacks at a place that it did not look at is {@link
     * ChangeKind#NOT_LOOKED_AT}, and so is what it has there from an earlier look.
     */
    public static InventoryDiff between(Inventory before, Inventory after, Looked looked) {
        DiffBuilder builder = new DiffBuilder(looked, AlgorithmRegistry.standard());
        Map<String, List<AssignedFinding>> here = bySystem(before);
        Map<String, List<AssignedFinding>> there = bySystem(after);
        Set<String> ids = new TreeSet<>(here.keySet());
        ids.addAll(there.keySet());
        for (String id : ids) {
            builder.add(rows(id, here.getOrDefault(id, List.of()), there.getOrDefault(id, List.of()), looked));
        }
        builder.systems(before.systems(), known(before), after.systems(), known(after));
        return builder.build();
    }

    private static Set<String> known(Inventory inventory) {
        Set<String> ids = new TreeSet<>(inventory.systems().keySet());
        ids.addAll(inventory.coverage().keySet());
        inventory.findings().forEach(it -> ids.add(it.system()));
        return ids;
    }

    private static Map<String, List<AssignedFinding>> bySystem(Inventory inventory) {
        Map<String, List<AssignedFinding>> all = new HashMap<>();
        inventory
                .findings()
                .forEach(it -> all.computeIfAbsent(it.system(), id -> new ArrayList<>())
                        .add(it));
        return all;
    }

    private static SystemRows rows(
            String system, List<AssignedFinding> before, List<AssignedFinding> after, Looked looked) {
        Set<AssignedFinding> here = new HashSet<>(before);
        Set<AssignedFinding> there = new HashSet<>(after);
        Set<String> identities = new HashSet<>();
        after.forEach(it -> identities.add(it.finding().fingerprint()));
        Map<Standing, Long> standing = new HashMap<>();
        List<Finding> unseen = new ArrayList<>();
        List<Finding> changed = new ArrayList<>();
        for (AssignedFinding it : before) {
            boolean again = looked.after(it);
            if (there.contains(it)
                    || !again && !identities.contains(it.finding().fingerprint())) {
                standing.merge(Standing.of(it, again), 1L, Long::sum);
                if (!again) {
                    unseen.add(it.finding());
                }
            } else {
                changed.add(it.finding());
            }
        }
        List<Finding> added = after.stream()
                .filter(it -> !here.contains(it))
                .map(AssignedFinding::finding)
                .toList();
        return new SystemRows(system, changed, added, standing, unseen);
    }

    /** How many occurrences of that kind, over all systems. */
    public long number(ChangeKind kind) {
        return numbers.values().stream()
                .mapToLong(it -> it.getOrDefault(kind, 0L))
                .sum();
    }

    static Map<ChangeKind, Long> noNumbers() {
        return new EnumMap<>(ChangeKind.class);
    }
}
