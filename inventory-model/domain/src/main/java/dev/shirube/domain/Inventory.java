package dev.shirube.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * One organisation's systems, what was found in them, what could not be read, and what was looked at.
 *
 * <p>{@link #merge} is associative, commutative and idempotent.
 *
 * @param systems by id
 * @param findings sorted, without duplicates
 * @param diagnostics sorted, without duplicates
 * @param coverage by id of the system
 * @param endpoints what was observed of endpoints, sorted; one profile for each system, place and plan
 */
public record Inventory(
        SortedMap<String, InformationSystem> systems,
        List<AssignedFinding> findings,
        List<AssignedDiagnostic> diagnostics,
        SortedMap<String, Coverage> coverage,
        List<AssignedEndpoint> endpoints) {

    /** Nothing found, and nothing looked at. */
    public static final Inventory EMPTY =
            new Inventory(Collections.emptySortedMap(), List.of(), List.of(), Collections.emptySortedMap());

    /** Keeps sorted, unmodifiable copies. */
    public Inventory {
        systems = Collections.unmodifiableSortedMap(new TreeMap<>(systems));
        findings = sorted(findings.toArray(AssignedFinding[]::new));
        diagnostics = sorted(diagnostics.toArray(AssignedDiagnostic[]::new));
        coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
        endpoints = onePerPlan(endpoints);
    }

    /** In order, each once; in the array itself, since there may be millions. */
    private static <T extends Comparable<T>> List<T> sorted(T[] all) {
        Arrays.sort(all);
        int kept = 0;
        for (T one : all) {
            if (kept == 0 || all[kept - 1].compareTo(one) != 0) {
                all[kept++] = one;
            }
        }
        return Collections.unmodifiableList(Arrays.asList(kept == all.length ? all : Arrays.copyOf(all, kept)));
    }

    /** An inventory in which no endpoint was asked anything. */
    public Inventory(
            SortedMap<String, InformationSystem> systems,
            List<AssignedFinding> findings,
            List<AssignedDiagnostic> diagnostics,
            SortedMap<String, Coverage> coverage) {
        this(systems, findings, diagnostics, coverage, List.of());
    }

    /** Nothing here tells which of two was observed later: the one that decides more stays, and of two alike the last. */
    private static List<AssignedEndpoint> onePerPlan(List<AssignedEndpoint> all) {
        Map<List<String>, AssignedEndpoint> kept = new HashMap<>();
        for (AssignedEndpoint one : all) {
            kept.merge(
                    List.of(
                            one.system(),
                            one.profile().location(),
                            one.profile().plan()),
                    one,
                    BinaryOperator.maxBy(Comparator.comparingLong(
                                    (AssignedEndpoint it) -> it.profile().decided())
                            .thenComparing(Comparator.naturalOrder())));
        }
        return kept.values().stream().sorted().toList();
    }

    /** The results of a scan of one system that is not registered yet. */
    public static Inventory of(String system, Collection<ScanResult> results) {
        List<AssignedFinding> findings = new ArrayList<>();
        List<AssignedDiagnostic> diagnostics = new ArrayList<>();
        List<AssignedEndpoint> endpoints = new ArrayList<>();
        List<Coverage> coverage = new ArrayList<>();
        for (ScanResult result : results) {
            result.findings().forEach(finding -> findings.add(new AssignedFinding(system, finding)));
            result.diagnostics().forEach(it -> diagnostics.add(new AssignedDiagnostic(system, it)));
            result.endpoints().forEach(it -> endpoints.add(new AssignedEndpoint(system, it)));
            coverage.add(result.coverage());
        }
        return new Inventory(
                Collections.emptySortedMap(),
                findings,
                diagnostics,
                new TreeMap<>(Map.of(system, Coverage.of(coverage))),
                endpoints);
    }

    /** The same findings with that register of systems instead of this one's. */
    public Inventory withSystems(Collection<InformationSystem> register) {
        SortedMap<String, InformationSystem> byId = new TreeMap<>();
        register.forEach(system -> byId.put(system.id(), system));
        return new Inventory(byId, findings, diagnostics, coverage, endpoints);
    }

    /** The same inventory with those findings instead of its own. */
    public Inventory withFindings(Collection<AssignedFinding> others) {
        return new Inventory(systems, List.copyOf(others), diagnostics, coverage, endpoints);
    }

    /** What belongs to one system, with the whole register. */
    public Inventory only(String system) {
        return only(system::equals);
    }

    /** What belongs to those systems, with the whole register. */
    public Inventory only(Predicate<String> wanted) {
        SortedMap<String, Coverage> looked = new TreeMap<>(coverage);
        looked.keySet().removeIf(wanted.negate());
        return new Inventory(
                systems,
                findings.stream().filter(it -> wanted.test(it.system())).toList(),
                diagnostics.stream().filter(it -> wanted.test(it.system())).toList(),
                looked,
                endpoints.stream().filter(it -> wanted.test(it.system())).toList());
    }

    /** The same inventory with those diagnostics as well. */
    public Inventory withMore(Collection<AssignedDiagnostic> more) {
        List<AssignedDiagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(more);
        return new Inventory(systems, findings, all, coverage, endpoints);
    }

    /** Both together; of two different systems with the same id, the one whose text sorts last stays. */
    public Inventory merge(Inventory other) {
        SortedMap<String, InformationSystem> mergedSystems = new TreeMap<>(systems);
        other.systems.forEach((id, system) -> mergedSystems.merge(
                id, system, (one, two) -> one.toString().compareTo(two.toString()) >= 0 ? one : two));
        List<AssignedFinding> mergedFindings = new ArrayList<>(findings);
        mergedFindings.addAll(other.findings);
        List<AssignedDiagnostic> mergedDiagnostics = new ArrayList<>(diagnostics);
        mergedDiagnostics.addAll(other.diagnostics);
        SortedMap<String, Coverage> mergedCoverage = new TreeMap<>(coverage);
        other.coverage.forEach((id, it) -> mergedCoverage.merge(id, it, Coverage::merge));
        List<AssignedEndpoint> mergedEndpoints = new ArrayList<>(endpoints);
        mergedEndpoints.addAll(other.endpoints);
        return new Inventory(mergedSystems, mergedFindings, mergedDiagnostics, mergedCoverage, mergedEndpoints);
    }

    /** The system of that id: registered, or known by its id alone. */
    public InformationSystem system(String id) {
        InformationSystem system = systems.get(id);
        return system != null ? system : InformationSystem.undeclared(id);
    }

    /** Every distinct asset with its findings, in the order of asset ids. */
    public Map<String, List<AssignedFinding>> byAsset() {
        Map<String, List<AssignedFinding>> sorted = new TreeMap<>();
        for (AssignedFinding finding : findings) {
            sorted.computeIfAbsent(finding.finding().asset().id(), id -> new ArrayList<>())
                    .add(finding);
        }
        Map<String, List<AssignedFinding>> byAsset = new LinkedHashMap<>();
        sorted.forEach((id, list) -> byAsset.put(id, List.copyOf(list)));
        return Collections.unmodifiableMap(byAsset);
    }
}
