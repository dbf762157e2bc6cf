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
import dev.shirube.engine.ResultSink;
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

/** What commands keep between one another: findings, the register of systems, and resources. */
interface Workspace extends AutoCloseable {

    /** Starts to take the results of scanning one target for one system. */
    Recording record(String system, ScanTarget target, LocalDate asOf, boolean resume);

    /** The latest state of everything, each finding with the system that {@link #mapping()} gives it. */
    Inventory inventory();

    /** Parts of the latest state, each no more than what is asked for; see {@link dev.shirube.store.Store#view}. */
    <T> T view(Function<InventoryView, T> work);

    /** Which findings belong to which system: rules of the settings, and explicit assignments. */
    SystemMapping mapping();

    /** Shows every finding that is there, as it was recorded. */
    void eachRecorded(RecordedVisitor visitor);

    /** Changes the explicit assignments, all at once, and gives what is kept then. */
    List<Assignment> changeAssignments(UnaryOperator<List<Assignment>> change, String author);

    /** When the asset of that id was seen, system by system; nothing where nothing is kept between commands. */
    List<AssetPresence> presence(String asset);

    /** All scans that are kept, in their order; none where nothing outlasts the command. */
    List<Snapshot> snapshots();

    /** The scans that are remembered, in their order, with how much each had found. */
    List<SnapshotSize> snapshotSizes();

    /** The scan that a user means by name, number, {@code latest}, system or {@code SYSTEM@DATE}. */
    Optional<Snapshot> snapshot(String text);

    /** Everything as known when that scan was over, with today's register. */
    Inventory inventoryAt(Snapshot snapshot);

    /** What changed between two states; see {@link dev.shirube.store.Store#diff}. */
    InventoryDiff diff(Windows windows, Optional<String> system, boolean unseen);

    /** The register of systems, by id. */
    List<InformationSystem> systems();

    /**
     * Takes these systems into the register: one with the same id takes the other's place, and those that are not named
     * stay. Importing one department's file therefore never loses another's.
     */
    void saveSystems(List<InformationSystem> systems, String by, LocalDate on);

    /** All versions of the register, in their order; none where nothing outlasts the command. */
    List<Declared<List<InformationSystem>>> systemsHistory();

    /** Everything declared of the office's resources. */
    OfficeResources resources();

    /** Takes these resources instead of those that are kept. */
    void saveResources(OfficeResources resources, String by, LocalDate on);

    /** All versions of the resources, in their order; none where nothing outlasts the command. */
    List<Declared<OfficeResources>> resourcesHistory();

    /** What the office wrote into the forms of its plan. */
    OfficeEdits edits();

    /** Keeps what the office wrote; earlier ones stay as versions. */
    void saveEdits(OfficeEdits edits, String by);

    /** The plan in force, if one was adopted. */
    Optional<AdoptedPlan> adoptedPlan();

    /** Puts a plan in force; earlier ones stay as versions. */
    void adopt(AdoptedPlan plan, String by);

    @Override
    void close();

    /** The results of one scan on their way into the workspace; each unit is kept as it comes. */
    interface Recording extends ResultSink, AutoCloseable {

        /** Which units are kept already, for a scan that is resumed. */
        ScanJournal journal();

        /** What is kept of this scan already: empty unless it is resumed. */
        List<ScanResult> earlier();

        /** The scan has seen everything: what it did not see again is gone. */
        void complete();

        /** Ends the recording; what was kept stays, whether it was completed or not. */
        @Override
        void close();
    }
}
