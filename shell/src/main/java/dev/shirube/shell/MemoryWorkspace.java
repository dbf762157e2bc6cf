package dev.shirube.shell;

import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.InventoryMapper;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.observed.Comparison;
import dev.shirube.domain.office.OfficeEdits;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.store.Declared;
import dev.shirube.store.HeldView;
import dev.shirube.store.InventoryView;
import dev.shirube.store.RecordedVisitor;
import dev.shirube.store.Snapshot;
import dev.shirube.store.SnapshotSize;
import dev.shirube.store.Windows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A workspace that lasts as long as the command: {@code --store none}. */
final class MemoryWorkspace implements Workspace {

    private final SortedMap<String, InformationSystem> systems = new TreeMap<>();
    private OfficeResources resources = OfficeResources.NONE;
    private OfficeEdits edits = OfficeEdits.NONE;
    private final List<Recorded> recorded = new ArrayList<>();
    private SystemMapping mapping;

    /** One unit as it was recorded. */
    private record Recorded(String system, String target, ScanResult result) {}

    /** A workspace in which everything stays with the system that its scan is told. */
    MemoryWorkspace() {
        this(SystemMapping.NONE);
    }

    /** @param mapping which findings belong to which system */
    MemoryWorkspace(SystemMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public Recording record(String system, ScanTarget target, LocalDate asOf, boolean resume) {
        List<String> targets = TargetNames.of(target);
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
                recorded.add(new Recorded(system, TargetNames.ofUnit(targets, result.unit()), result));
            }

            @Override
            public void complete() {}

            @Override
            public void close() {
                // Every unit is kept as it comes.
            }
        };
    }

    @Override
    public Inventory inventory() {
        InventoryMapper mapper = new InventoryMapper(mapping);
        recorded.forEach(it -> mapper.add(it.system(), it.target(), it.result()));
        return Comparison.compared(mapper.inventory(systems.values()));
    }

    @Override
    public <T> T view(Function<InventoryView, T> work) {
        return work.apply(new HeldView(inventory()));
    }

    @Override
    public SystemMapping mapping() {
        return mapping;
    }

    @Override
    public void eachRecorded(RecordedVisitor visitor) {
        recorded.forEach(
                it -> it.result().findings().forEach(finding -> visitor.visit(it.system(), it.target(), finding)));
    }

    @Override
    public List<Assignment> changeAssignments(UnaryOperator<List<Assignment>> change, String author) {
        mapping = new SystemMapping(mapping.rules(), change.apply(mapping.assignments()));
        return mapping.assignments();
    }

    @Override
    public List<AssetPresence> presence(String asset) {
        return List.of();
    }

    @Override
    public List<Snapshot> snapshots() {
        return List.of();
    }

    @Override
    public List<SnapshotSize> snapshotSizes() {
        return List.of();
    }

    @Override
    public Optional<Snapshot> snapshot(String text) {
        return Optional.empty();
    }

    @Override
    public Inventory inventoryAt(Snapshot snapshot) {
        throw new IllegalStateException("There is no snapshot to ask for");
    }

    @Override
    public InventoryDiff diff(Windows windows, Optional<String> system, boolean unseen) {
        throw new IllegalStateException("There are no snapshots to compare");
    }

    @Override
    public List<InformationSystem> systems() {
        return List.copyOf(systems.values());
    }

    @Override
    public void saveSystems(List<InformationSystem> register, String by, LocalDate on) {
        register.forEach(it -> systems.put(it.id(), it));
    }

    @Override
    public List<Declared<List<InformationSystem>>> systemsHistory() {
        return List.of();
    }

    @Override
    public OfficeResources resources() {
        return resources;
    }

    @Override
    public void saveResources(OfficeResources declared, String by, LocalDate on) {
        resources = declared;
    }

    @Override
    public List<Declared<OfficeResources>> resourcesHistory() {
        return List.of();
    }

    @Override
    public OfficeEdits edits() {
        return edits;
    }

    @Override
    public void saveEdits(OfficeEdits value, String by) {
        edits = value;
    }

    @Override
    public Optional<AdoptedPlan> adoptedPlan() {
        return Optional.empty();
    }

    @Override
    public void adopt(AdoptedPlan plan, String by) {
        throw CommandFailure.usage(
                "A plan is put in force in a store, and --store none keeps nothing. Name a store.",
                "計画の採用には保存先が必要です。--store none は何も保存しません。保存先を指定してください。");
    }

    @Override
    public void close() {}
}
