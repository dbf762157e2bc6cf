package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.dependency.SystemPair;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.planner.roadmap.SystemQuestion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that {@code systems show} tells of one system.
 *
 * @param registered whether it is in the register, and not known by findings alone
 * @param own what belongs to it
 */
record SystemView(
        InformationSystem system,
        boolean registered,
        Inventory own,
        List<SystemFacts.Fact> facts,
        List<SystemPair> pairs,
        List<SystemQuestion> questions,
        Optional<SystemPriority> priority) {

    /** Whether anything of it was looked at. */
    boolean scanned() {
        return own.coverage().containsKey(system.id());
    }

    /** Uses in main code by function and by what a quantum computer does to them. */
    SortedMap<CryptoFunction, Map<QuantumThreat, Long>> counts() {
        SortedMap<CryptoFunction, Map<QuantumThreat, Long>> counts = new TreeMap<>();
        for (AssignedFinding it : own.findings()) {
            boolean main = it.finding().occurrence().context() == CodeContext.MAIN;
            if (main && it.finding().function().isUse()) {
                counts.computeIfAbsent(it.finding().function(), key -> new EnumMap<>(QuantumThreat.class))
                        .merge(AlgorithmRegistry.standard().threat(it.finding().asset()), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** How many files came to that end. */
    long files(Coverage.Outcome outcome) {
        return own.coverage().getOrDefault(system.id(), Coverage.NONE).inputs(Coverage.FILE, outcome);
    }
}
