package dev.shirube.shell;

import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.office.OfficeEdits;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.store.Declared;
import dev.shirube.store.InventoryView;
import dev.shirube.store.RecordedVisitor;
import dev.shirube.store.Snapshot;
import dev.shirube.store.SnapshotSize;
import dev.shirube.store.Windows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Keeps results in one workspace and, for this command's own output, in a second one as well. */
record TeeWorkspace(Workspace kept, Workspace copy) implements Workspace {

    @Override
    public Recording record(String system, ScanTarget target, LocalDate asOf, boolean resume) {
        Recording first = kept.record(system, target, asOf, resume);
        Recording second = copy.record(system, target, asOf, resume);
        first.earlier().forEach(second::accept);
        return new Recording() {
            @Override
            public ScanJournal journal() {
                return first.journal();
            }

            @Override
            public List<ScanResult> earlier() {
                return first.earlier();
            }

            @Override
            public void accept(ScanResult result) {
                first.accept(result);
                second.accept(result);
            }

            @Override
            public void complete() {
                first.complete();
                second.complete();
            }

            @Override
            public void close() {
                first.close();
                second.close();
            }
        };
    }

    @Override
    public Inventory inventory() {
        return kept.inventory();
    }

    @Override
    public <T> T view(Function<InventoryView, T> work) {
        return kept.view(work);
    }

    @Override
    public SystemMapping mapping() {
        return kept.mapping();
    }

    @Override
    public void eachRecorded(RecordedVisitor visitor) {
        kept.eachRecorded(visitor);
    }

    @Override
    public List<Assignment> changeAssignments(UnaryOperator<List<Assignment>> change, String author) {
        return kept.changeAssignments(change, author);
    }

    @Override
    public List<AssetPresence> presence(String asset) {
        return kept.presence(asset);
    }

    @Override
    public List<Snapshot> snapshots() {
        return kept.snapshots();
    }

    @Override
    public List<SnapshotSize> snapshotSizes() {
        return kept.snapshotSizes();
    }

    @Override
    public Optional<Snapshot> snapshot(String text) {
        return kept.snapshot(text);
    }

    @Override
    public Inventory inventoryAt(Snapshot snapshot) {
        return kept.inventoryAt(snapshot);
    }

    @Override
    public InventoryDiff diff(Windows windows, Optional<String> system, boolean unseen) {
        return kept.diff(windows, system, unseen);
    }

    @Override
    public List<InformationSystem> systems() {
        return kept.systems();
    }

    @Override
    public void saveSystems(List<InformationSystem> systems, String by, LocalDate on) {
        kept.saveSystems(systems, by, on);
    }

    @Override
    public List<Declared<List<InformationSystem>>> systemsHistory() {
        return kept.systemsHistory();
    }

    @Override
    public OfficeResources resources() {
        return kept.resources();
    }

    @Override
    public void saveResources(OfficeResources resources, String by, LocalDate on) {
        kept.saveResources(resources, by, on);
    }

    @Override
    public List<Declared<OfficeResources>> resourcesHistory() {
        return kept.resourcesHistory();
    }

    @Override
    public OfficeEdits edits() {
        return kept.edits();
    }

    @Override
    public void saveEdits(OfficeEdits edits, String by) {
        kept.saveEdits(edits, by);
    }

    @Override
    public Optional<AdoptedPlan> adoptedPlan() {
        return kept.adoptedPlan();
    }

    @Override
    public void adopt(AdoptedPlan plan, String by) {
        kept.adopt(plan, by);
    }

    @Override
    public void close() {
        // Each of the two is closed by whoever opened it.
    }
}
