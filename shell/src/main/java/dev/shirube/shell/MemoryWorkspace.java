package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.observed.Comparison;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.planner.roadmap.AdoptedPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A workspace that lasts as long as the command: {@code --store none}. */
final class MemoryWorkspace implements Workspace {

    private final SortedMap<String, InformationSystem> systems = new TreeMap<>();
    private OfficeResources resources = OfficeResources.NONE;
    private Inventory inventory = Inventory.EMPTY;

    @Override
    public Recording record(String system, ScanTarget target, LocalDate asOf, boolean resume) {
        List<ScanResult> results = new ArrayList<>();
        ScanJournal journal = new ScanJournal.InMemory();
        return new Recording() {
            @Override
            public ScanJournal journal() {
                return journal;
            }

            @Override
            public List<ScanResult> earlier() {
                return List.of();
            }

            @Override
            public void accept(ScanResult result) {
                results.add(result);
            }

            @Override
            public void complete() {}

            @Override
            public void close() {
                inventory = inventory.merge(Inventory.of(system, results));
            }
        };
    }

    @Override
    public Inventory inventory() {
        return Comparison.compared(inventory.withSystems(systems.values()));
    }

    @Override
    public List<InformationSystem> systems() {
        return List.copyOf(systems.values());
    }

    @Override
    public void saveSystems(List<InformationSystem> register) {
        register.forEach(it -> systems.put(it.id(), it));
    }

    @Override
    public OfficeResources resources() {
        return resources;
    }

    @Override
    public void saveResources(OfficeResources declared) {
        resources = declared;
    }

    @Override
    public Optional<AdoptedPlan> adoptedPlan() {
        return Optional.empty();
    }

    @Override
    public void adopt(AdoptedPlan plan, String by) {
        throw new UnsupportedOperationException("a scan that is not stored has no plan");
    }

    @Override
    public void close() {}
}
