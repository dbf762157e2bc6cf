package dev.shirube.shell;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Text;
import dev.shirube.domain.observed.Comparison;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.FileTarget;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Exit;
import dev.shirube.shell.cli.Session;
import dev.shirube.store.ScanSession;
import dev.shirube.store.Store;
import dev.shirube.store.StoreException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A workspace in a store. What the store refuses becomes a failure of the command: wrong usage while it is opened, a fault
 * of the machine afterwards (docs/adr/0005).
 */
final class StoreWorkspace implements Workspace {

    private static final String ROADMAP = "roadmap";
    private static final String IN_FORCE = "in-force";

    private final Store store;
    private final String version;

    private StoreWorkspace(Store store, String version) {
        this.store = store;
        this.version = version;
    }

    static Workspace open(String url, Session session) {
        return guarded(Exit.USAGE, () -> new StoreWorkspace(Store.open(url), session.version()));
    }

    @Override
    public Recording record(String system, ScanTarget target, LocalDate asOf, boolean resume) {
        List<String> targets = target instanceof EndpointListTarget list
                ? list.endpoints().stream().map(ScanTarget::text).distinct().toList()
                : List.of(name(target));
        ScanSession session = guarded(() -> {
            if (resume) {
                return store.resume(system, targets).orElseGet(() -> store.begin(system, targets, asOf, version));
            }
            return store.begin(system, targets, asOf, version);
        });
        return new StoreRecording(session, resume ? guarded(session::results) : List.of());
    }

    /** The same place has the same name in every scan, from whichever folder it is started. */
    private static String name(ScanTarget target) {
        if (target instanceof DirectoryTarget directory) {
            return absolute(directory.path());
        }
        return target instanceof FileTarget file ? absolute(file.path()) : target.text();
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    @Override
    public Inventory inventory() {
        return Comparison.compared(guarded(store::inventory));
    }

    @Override
    public List<InformationSystem> systems() {
        return guarded(store::systems);
    }

    @Override
    public void saveSystems(List<InformationSystem> systems) {
        guarded(() -> {
            SortedMap<String, InformationSystem> register = new TreeMap<>();
            store.systems().forEach(it -> register.put(it.id(), it));
            systems.forEach(it -> register.put(it.id(), it));
            store.saveSystems(register.values());
            return true;
        });
    }

    @Override
    public OfficeResources resources() {
        return guarded(store::resources);
    }

    @Override
    public void saveResources(OfficeResources resources) {
        guarded(() -> {
            store.saveResources(resources, "");
            return true;
        });
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
                    return session.finished(target(unit), unit);
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

        /** Of several targets each is one endpoint, which is one unit. */
        private String target(String unit) {
            List<String> targets = session.snapshot().targets();
            return targets.size() == 1 ? targets.get(0) : unit;
        }

        @Override
        public void accept(ScanResult result) {
            guarded(() -> {
                session.accept(target(result.unit()), result);
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
