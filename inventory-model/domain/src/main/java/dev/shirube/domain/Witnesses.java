package dev.shirube.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which findings count where the same was both observed here and told by an import: the observed one. Both stay in the
 * inventory with their origins; this is the one place that says which of them is counted, planned for and judged.
 */
public final class Witnesses {

    private Witnesses() {}

    /**
     * The inventory without imported findings that repeat an observed one: the same asset in the same system at the same
     * location, in the same line where both name one. What is only imported stays.
     */
    public static Inventory counted(Inventory inventory) {
        Map<List<String>, List<OptionalInt>> observed = new HashMap<>();
        boolean imported = false;
        for (AssignedFinding finding : inventory.findings()) {
            boolean told = ImportOrigin.of(finding.finding().evidence()).isPresent();
            imported |= told;
            if (!told) {
                observed.computeIfAbsent(place(finding), it -> new ArrayList<>())
                        .add(finding.finding().occurrence().line());
            }
        }
        if (!imported) {
            return inventory;
        }
        List<AssignedFinding> kept = inventory.findings().stream()
                .filter(it -> ImportOrigin.of(it.finding().evidence()).isEmpty()
                        || observed.getOrDefault(place(it), List.of()).stream()
                                .noneMatch(line ->
                                        same(line, it.finding().occurrence().line())))
                .toList();
        return new Inventory(
                inventory.systems(), kept, inventory.diagnostics(), inventory.coverage(), inventory.endpoints());
    }

    private static List<String> place(AssignedFinding assigned) {
        return List.of(
                assigned.system(),
                assigned.finding().asset().id(),
                assigned.finding().occurrence().location());
    }

    private static boolean same(OptionalInt one, OptionalInt other) {
        return one.isEmpty() || other.isEmpty() || one.getAsInt() == other.getAsInt();
    }
}
