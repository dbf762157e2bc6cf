package dev.shirube.domain.observed;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.observed.DeclaredExchange.Stance;
import dev.shirube.domain.readiness.LibraryReadiness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Declared against observed: what the settings and libraries of a system say of post-quantum key establishment, and what one
 * of its endpoints was seen to do.
 *
 * @param declared for the endpoint's protocol, the strongest first; empty where nothing declares anything
 * @param observed the fact {@link EndpointProfile#PQC_SUPPORTED}
 */
public record Comparison(
        ObservedEndpoint endpoint, List<DeclaredExchange> declared, ObservedFact observed, Outcome outcome) {

    /** What the two sides are to one another. */
    public enum Outcome {
        /** They say the same. */
        AGREES,
        /** Post-quantum is declared, and classical is all that was observed. */
        DECLARED_NOT_OBSERVED,
        /** Post-quantum was observed, and nothing that was scanned declares it. */
        OBSERVED_NOT_DECLARED,
        /** The endpoint's side is open: not asked, or not decided. */
        OBSERVATION_OPEN,
        /** The other side is open: nothing but the endpoint was scanned, or it declares nothing that is known. */
        DECLARATION_OPEN
    }

    /** Keeps an unmodifiable copy. */
    public Comparison {
        declared = List.copyOf(declared);
    }

    /** One for each endpoint of the inventory, by system and location. */
    public static List<Comparison> of(Inventory inventory) {
        return of(inventory, AlgorithmRegistry.standard(), LibraryReadiness.standard());
    }

    static List<Comparison> of(Inventory inventory, AlgorithmRegistry registry, LibraryReadiness readiness) {
        List<ObservedEndpoint> endpoints = ObservedEndpoint.of(inventory);
        Set<String> systems = endpoints.stream().map(ObservedEndpoint::system).collect(Collectors.toSet());
        Map<String, Set<DeclaredExchange>> declared = new HashMap<>();
        for (AssignedFinding it : inventory.findings()) {
            if (systems.contains(it.system())) {
                declared.computeIfAbsent(it.system(), key -> new TreeSet<>())
                        .addAll(DeclaredExchange.of(it.finding(), registry, readiness));
            }
        }
        Set<String> scanned = scannedElsewhere(inventory, endpoints);
        List<Comparison> comparisons = new ArrayList<>();
        for (ObservedEndpoint endpoint : endpoints) {
            List<DeclaredExchange> own = declared.getOrDefault(endpoint.system(), Set.of()).stream()
                    .filter(it -> it.scheme().equals(endpoint.scheme()))
                    .toList();
            ObservedFact fact = endpoint.fact(EndpointProfile.PQC_SUPPORTED);
            comparisons.add(
                    new Comparison(endpoint, own, fact, outcome(own, fact, scanned.contains(endpoint.system()))));
        }
        return comparisons;
    }

    /** Systems of which anything was read beside their endpoints. */
    private static Set<String> scannedElsewhere(Inventory inventory, List<ObservedEndpoint> endpoints) {
        Set<String> locations =
                endpoints.stream().map(ObservedEndpoint::location).collect(Collectors.toSet());
        return endpoints.stream()
                .map(ObservedEndpoint::system)
                .distinct()
                .filter(it -> inventory.coverage().getOrDefault(it, Coverage.NONE).rows().keySet().stream()
                        .anyMatch(row -> row.outcome() == Coverage.Outcome.READ && !locations.contains(row.unit())))
                .collect(Collectors.toSet());
    }

    private static Outcome outcome(List<DeclaredExchange> declared, ObservedFact fact, boolean scanned) {
        if (!fact.decided()) {
            return Outcome.OBSERVATION_OPEN;
        }
        boolean quantumSafe = fact.state() == ObservedFact.State.SUPPORTED;
        boolean promised = declared.stream().anyMatch(Comparison::promises);
        if (promised) {
            return quantumSafe ? Outcome.AGREES : Outcome.DECLARED_NOT_OBSERVED;
        }
        boolean open = !scanned || declared.stream().anyMatch(it -> it.stance() == Stance.UNDECIDED);
        if (open) {
            return Outcome.DECLARATION_OPEN;
        }
        if (quantumSafe) {
            return Outcome.OBSERVED_NOT_DECLARED;
        }
        return declared.isEmpty() ? Outcome.DECLARATION_OPEN : Outcome.AGREES;
    }

    private static boolean promises(DeclaredExchange declared) {
        return declared.stance() == Stance.ON || declared.stance() == Stance.POSSIBLE;
    }

    /** The discrepancy, if the two sides contradict one another. */
    public Optional<Discrepancy> discrepancy() {
        return switch (outcome) {
            case DECLARED_NOT_OBSERVED ->
                Optional.of(discrepancy(
                        declared.stream().filter(Comparison::promises).toList()));
            case OBSERVED_NOT_DECLARED -> Optional.of(discrepancy(declared));
            case AGREES, OBSERVATION_OPEN, DECLARATION_OPEN -> Optional.empty();
        };
    }

    private Discrepancy discrepancy(List<DeclaredExchange> against) {
        return new Discrepancy(endpoint.system(), endpoint.location(), outcome, against, observed);
    }

    /** The inventory with a row for each discrepancy, beside what could not be read or decided. */
    public static Inventory compared(Inventory inventory) {
        List<AssignedDiagnostic> rows = new ArrayList<>();
        for (Comparison it : of(inventory)) {
            it.discrepancy().ifPresent(found -> rows.add(new AssignedDiagnostic(found.system(), found.diagnostic())));
        }
        return rows.isEmpty() ? inventory : inventory.withMore(rows);
    }
}
