package dev.shirube.exchange.view;

import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.SystemStanding;
import dev.shirube.domain.readiness.Presence;
import java.util.Map;

/**
 * One system in numbers. Of a system that nobody looked at every number is nought, and none of them is written.
 *
 * @param uses places where something is used, by what a quantum computer does to it
 * @param imported how many of these only another tool's results tell of
 * @param hidden places left out of the first view: symmetric algorithms, hashes and the like, and test code
 * @param unreadable diagnostics that take something away from what can be concluded
 * @param vulnerableByOwner the vulnerable uses by whose code they are in
 * @param vulnerableUnused those of them in libraries with no use seen
 * @param libraries crypto libraries, each version once, by whether it has post-quantum cryptography
 * @param endpoints network endpoints that were asked anything
 */
public record SystemSummary(
        String id,
        String name,
        SystemStanding standing,
        Map<QuantumThreat, Long> uses,
        long imported,
        long hidden,
        long unreadable,
        Map<CodeOwner, Long> vulnerableByOwner,
        long vulnerableUnused,
        Map<Presence, Long> libraries,
        long endpoints) {

    /** Keeps unmodifiable copies. */
    public SystemSummary {
        uses = Map.copyOf(uses);
        vulnerableByOwner = Map.copyOf(vulnerableByOwner);
        libraries = Map.copyOf(libraries);
    }

    /** How many uses are of that kind. */
    public long uses(QuantumThreat threat) {
        return uses.getOrDefault(threat, 0L);
    }
}
