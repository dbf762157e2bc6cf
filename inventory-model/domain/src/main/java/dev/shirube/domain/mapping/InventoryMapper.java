package dev.shirube.domain.mapping;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ScanResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts an inventory together from recorded units, each of their rows with the system that the mapping gives it: the one
 * place where a mapping is applied.
 *
 * <p>What was looked at is told of a unit, not of its files. It counts for every system that something of the unit belongs
 * to and for the one that the unit itself belongs to; {@code unassigned} is left out where nothing of it remains there.
 */
public final class InventoryMapper {

    private final SystemMapping mapping;
    private final List<Unit> units = new ArrayList<>();
    private final List<AssignedFinding> findings = new ArrayList<>();
    private final List<AssignedDiagnostic> diagnostics = new ArrayList<>();
    private final List<AssignedEndpoint> endpoints = new ArrayList<>();

    /** An inventory in which nothing is yet. */
    public InventoryMapper(SystemMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * A unit to which rows are given.
     *
     * @param recorded the system that the scan was told
     * @param path logical path of the unit; {@code .} for the target itself
     */
    public Unit unit(String recorded, String target, String path) {
        Unit unit = new Unit(recorded, target, path);
        units.add(unit);
        return unit;
    }

    /** A unit with all that a scan said of it. */
    public void add(String recorded, String target, ScanResult result) {
        Unit unit = unit(recorded, target, result.unit());
        result.findings().forEach(unit::add);
        result.diagnostics().forEach(unit::add);
        result.endpoints().forEach(unit::add);
        unit.add(result.coverage());
    }

    /** All units with that register. */
    public Inventory inventory(Collection<InformationSystem> register) {
        SortedMap<String, List<Coverage>> looked = new TreeMap<>();
        for (Unit unit : units) {
            for (String system : unit.holders()) {
                looked.computeIfAbsent(system, it -> new ArrayList<>()).addAll(unit.coverage);
            }
        }
        SortedMap<String, Coverage> coverage = new TreeMap<>();
        looked.forEach((system, all) -> coverage.put(system, Coverage.of(all)));
        return new Inventory(new TreeMap<>(), findings, diagnostics, coverage, endpoints).withSystems(register);
    }

    /** One unit of what was scanned. */
    public final class Unit {
        private final String recorded;
        private final String target;
        private final String path;
        private final Set<String> systems = new TreeSet<>();
        private final List<Coverage> coverage = new ArrayList<>();

        private Unit(String recorded, String target, String path) {
            this.recorded = recorded;
            this.target = target;
            this.path = path;
        }

        /** Takes a finding. */
        public void add(Finding finding) {
            findings.add(new AssignedFinding(
                    system(finding.occurrence().location(), Optional.of(finding.asset())), finding));
        }

        /** Takes what could not be read or decided. */
        public void add(Diagnostic diagnostic) {
            diagnostics.add(new AssignedDiagnostic(system(diagnostic.location(), Optional.empty()), diagnostic));
        }

        /** Takes what was observed of an endpoint. */
        public void add(EndpointProfile profile) {
            endpoints.add(new AssignedEndpoint(system(profile.location(), Optional.empty()), profile));
        }

        /** Takes what was looked at. */
        public void add(Coverage looked) {
            coverage.add(looked);
        }

        /** Notes that something of the unit belongs to that system, without taking it. */
        public void holds(String system) {
            systems.add(system);
        }

        private String system(String location, Optional<CryptoAsset> asset) {
            String system = mapping.systemOf(recorded, target, location, asset);
            systems.add(system);
            return system;
        }

        private Set<String> holders() {
            if (coverage.isEmpty()) {
                return Set.of();
            }
            Set<String> holders = new TreeSet<>(systems);
            String own = mapping.systemOf(recorded, target, path, Optional.empty());
            if (holders.isEmpty() || !own.equals(InformationSystem.UNASSIGNED)) {
                holders.add(own);
            }
            return holders;
        }
    }
}
