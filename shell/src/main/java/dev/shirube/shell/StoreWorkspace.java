package dev.shirube.shell;

import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Text;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.observed.Comparison;
import dev.shirube.domain.office.OfficeEdits;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Session;
import dev.shirube.store.Declared;
import dev.shirube.store.InventoryView;
import dev.shirube.store.RecordedVisitor;
import dev.shirube.store.ScanSession;
import dev.shirube.store.Snapshot;
import dev.shirube.store.SnapshotSize;
import dev.shirube.store.Store;
import dev.shirube.store.StoreException;
import dev.shirube.store.Windows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A workspace in a store. What the store refuses becomes a failure of the command: wrong usage while it is opened, a fault
 * of the machine afterwards (docs/adr/0005).
 */
final class StoreWorkspace implements Workspace {

    private static final String ROADMAP = "roadmap";
    private static final String IN_FORCE = "in-force";
    private static final String OFFICE = "office";
    private static final String EDITS = "edits";

    private final Store store;
    private final Session session;
    private final ScanNote note;
    private int begun;
    private boolean warned;

    private StoreWorkspace(Store store, Session session, ScanNote note) {
        this.note = note;
        this.store = store.mappedBy(() -> mapping(store, session));
        this.session = session;
    }

    private static SystemMapping mapping(Store store, Session session) {
        return new SystemMapping(session.settings().systems(), store.assignments());
    }

    static Workspace open(String url, Session session) {
        return open(url, session, ScanNote.plain(session));
    }

    /** The store in which scans begin with that note. */
    static Workspace open(String url, Session session, ScanNote note) {
        return guarded(Exit.USAGE, () -> {
            Store store = Store.open(url);
            try {
                note.name().ifPresent(store::checkNew);
                return new StoreWorkspace(store, session, note);
            } catch (StoreException e) {
                store.close();
                throw e;
            }
        });
    }

    @Override
    public Recording record(String system, ScanTarget target, LocalDate asOf, boolean resume) {
        List<String> targets = TargetNames.of(target);
        ScanSession scan = guarded(() -> {
            if (resume) {
                return store.resume(system, targets).orElseGet(() -> begin(system, targets, asOf));
            }
            return begin(system, targets, asOf);
        });
        return new StoreRecording(scan, resume ? guarded(scan::results) : List.of());
    }

    /** Of several targets of one command line, the snapshot of the first has the user's name, the others a number behind it. */
    private ScanSession begin(String system, List<String> targets, LocalDate asOf) {
        begun++;
        Optional<String> name = note.name().map(it -> begun == 1 ? it : it + " (" + begun + ")");
        return store.begin(system, targets, asOf, note.origin(), name);
    }

    @Override
    public Inventory inventory() {
        warn();
        return Comparison.compared(guarded(store::inventory));
    }

    @Override
    public <T> T view(Function<InventoryView, T> work) {
        warn();
        return guarded(() -> store.view(work));
    }

    /** Rules that cannot do what they are for are told of once, wherever they are applied. */
    private void warn() {
        if (!warned && !session.settings().systems().rules().isEmpty()) {
            warned = true;
            Set<String> registered =
                    systems().stream().map(InformationSystem::id).collect(Collectors.toSet());
            session.settings()
                    .systems()
                    .warnings(registered)
                    .forEach(it -> session.console().warn(session.say("warning: ", "警告：") + it.in(session.language())));
        }
    }

    @Override
    public SystemMapping mapping() {
        return guarded(() -> mapping(store, session));
    }

    @Override
    public void eachRecorded(RecordedVisitor visitor) {
        guarded(() -> {
            store.eachRecorded(visitor);
            return true;
        });
    }

    @Override
    public List<Assignment> changeAssignments(UnaryOperator<List<Assignment>> change, String author) {
        return guarded(() -> store.changeAssignments(change, author));
    }

    @Override
    public List<AssetPresence> presence(String asset) {
        return guarded(() -> store.presence(asset));
    }

    @Override
    public List<Snapshot> snapshots() {
        return guarded(store::snapshots);
    }

    @Override
    public List<SnapshotSize> snapshotSizes() {
        return guarded(store::snapshotSizes);
    }

    @Override
    public Optional<Snapshot> snapshot(String text) {
        return guarded(() -> store.snapshot(text));
    }

    @Override
    public Inventory inventoryAt(Snapshot snapshot) {
        return Comparison.compared(guarded(() -> store.inventoryAt(snapshot)));
    }

    @Override
    public InventoryDiff diff(Windows windows, Optional<String> system, boolean unseen) {
        return guarded(() -> store.diff(windows, system, unseen));
    }

    @Override
    public List<InformationSystem> systems() {
        return guarded(store::systems);
    }

    @Override
    public void saveSystems(List<InformationSystem> systems, String by, LocalDate on) {
        guarded(() -> {
            SortedMap<String, InformationSystem> register = new TreeMap<>();
            store.systems().forEach(it -> register.put(it.id(), it));
            systems.forEach(it -> register.put(it.id(), it));
            store.saveSystems(register.values(), by, on);
            return true;
        });
    }

    @Override
    public List<Declared<List<InformationSystem>>> systemsHistory() {
        return guarded(store::systemsHistory);
    }

    @Override
    public List<Declared<OfficeResources>> resourcesHistory() {
        return guarded(store::resourcesHistory);
    }

    @Override
    public OfficeResources resources() {
        return guarded(store::resources);
    }

    @Override
    public void saveResources(OfficeResources resources, String by, LocalDate on) {
        guarded(() -> {
            store.saveResources(resources, by, on);
            return true;
        });
    }

    @Override
    public OfficeEdits edits() {
        return guarded(() -> store.document(OFFICE, EDITS))
                .map(it -> OfficeEdits.read(it.bytes()).orElseThrow(StoreWorkspace::newerEdits))
                .orElse(OfficeEdits.NONE);
    }

    private static CommandFailure newerEdits() {
        return new CommandFailure(
                Exit.FAULT,
                new Text(
                        "様式の記入内容を読めません。より新しい版の Shirube で保存されたものなら、その版を使ってください。",
                        "What the office wrote into the forms cannot be read. If a newer Shirube kept it, use that one."));
    }

    @Override
    public void saveEdits(OfficeEdits edits, String by) {
        guarded(() -> store.saveDocument(OFFICE, EDITS, edits.bytes(), by));
    }

    @Override
    public Optional<AdoptedPlan> adoptedPlan() {
        return guarded(() -> store.document(ROADMAP, IN_FORCE)).flatMap(it -> AdoptedPlan.read(it.bytes()));
    }

    @Override
    public void adopt(AdoptedPlan plan, String by) {
        guarded(() -> store.saveDocument(ROADMAP, IN_FORCE, plan.bytes(), by));
    }

    @Override
    public void close() {
        store.close();
    }

    private static <T> T guarded(Supplier<T> work) {
        return guarded(Exit.FAULT, work);
    }

    private static <T> T guarded(Exit exit, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException e) {
            throw new CommandFailure(exit, new Text(e.message(Language.JA), e.message(Language.EN)));
        }
    }

    /** One session of the store as a sink and a journal. */
    private record StoreRecording(ScanSession session, List<ScanResult> earlier) implements Recording {

        @Override
        public ScanJournal journal() {
            return new ScanJournal() {
                @Override
                public boolean finished(String unit) {
                    return session.finished(
                            TargetNames.ofUnit(session.snapshot().targets(), unit), unit);
                }

                @Override
                public void finish(String unit) {
                    // The session has noted it with the unit's own transaction.
                }

                @Override
                public List<byte[]> recorded(String unit) {
                    return guarded(() -> session.recorded(unit));
                }

                @Override
                public void record(String unit, byte[] part) {
                    guarded(() -> {
                        session.record(unit, part);
                        return true;
                    });
                }
            };
        }

        @Override
        public void accept(ScanResult result) {
            guarded(() -> {
                session.accept(TargetNames.ofUnit(session.snapshot().targets(), result.unit()), result);
                return true;
            });
        }

        @Override
        public void complete() {
            guarded(() -> {
                session.complete();
                return true;
            });
        }

        @Override
        public void close() {
            // Every unit was committed as it came.
        }
    }
}
