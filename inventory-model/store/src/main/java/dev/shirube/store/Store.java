package dev.shirube.store;

import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.resources.OfficeResources;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What an office keeps: findings over time, snapshots, the register of systems, resources, and documents, in one file of
 * SQLite or one schema of PostgreSQL.
 *
 * <p>Safe for use by several threads and processes: one writes at a time, readers do not wait. Every method throws {@link
 * StoreException} when the database cannot be used.
 */
public final class Store implements AutoCloseable {

    /** How long to wait for another process's transaction: each holds one unit, so this is long. */
    private static final int PATIENCE_MILLISECONDS = 30_000;

    private final Database database;
    private final Supplier<SystemMapping> mapping;

    private Store(Database database, Supplier<SystemMapping> mapping) {
        this.database = database;
        this.mapping = mapping;
    }

    /**
     * Opens a store, and makes it if it is not there.
     *
     * @param url path of the file, {@code jdbc:sqlite:} and the path, or {@code jdbc:postgresql:} and a database, whose
     *     schema ({@code ?currentSchema=}) is a store or empty
     * @throws StoreException when it is locked, foreign, newer, damaged, not writable, or not there to be asked
     */
    public static Store open(String url) {
        return open(url, PATIENCE_MILLISECONDS);
    }

    static Store open(String url, int patience) {
        return new Store(Database.open(url, patience), () -> SystemMapping.NONE);
    }

    /**
     * The same store, of which every inventory is read by that mapping; what is recorded stays as it is. Closing either of
     * them closes both.
     */
    public Store mappedBy(Supplier<SystemMapping> by) {
        return new Store(database, by);
    }

    /** For tests that make the database misbehave. */
    Database database() {
        return database;
    }

    /** Begins a scan of which only the program's version is noted, under the usual name. */
    public ScanSession begin(String system, List<String> targets, LocalDate asOf, String toolVersion) {
        return begin(system, targets, asOf, SnapshotOrigin.of(toolVersion), Optional.empty());
    }

    /**
     * Begins a scan.
     *
     * @param system id of the information system that the findings belong to
     * @param targets as the user wrote them; each names the same thing in every scan, so that what is gone can be told
     * @param asOf the date that the results are stated for
     * @param name what to call the snapshot; {@code system@date#number} if empty
     * @throws StoreException when another snapshot has that name, beside other reasons
     */
    public ScanSession begin(
            String system, List<String> targets, LocalDate asOf, SnapshotOrigin origin, Optional<String> name) {
        return database.write(connection -> new ScanSession(
                database, Snapshots.begin(connection, database.name(), system, targets, asOf, origin, name)));
    }

    /**
     * Makes sure that no snapshot has that name, before a scan is asked for.
     *
     * @throws StoreException when one has, beside other reasons
     */
    public void checkNew(String name) {
        database.read(connection -> {
            Snapshots.checkNew(connection, database.name(), name);
            return true;
        });
    }

    /** The latest scan of that system and those targets, if it was interrupted and none came after it. */
    public Optional<ScanSession> resume(String system, List<String> targets) {
        return snapshots().stream()
                .filter(it -> it.system().equals(system) && it.targets().equals(targets))
                .reduce((earlier, later) -> later)
                .filter(it -> !it.complete())
                .map(it -> ScanSession.resumed(database, it));
    }

    /** All scans, in their order. */
    public List<Snapshot> snapshots() {
        return database.read(Snapshots::all);
    }

    /** All scans, in their order, with how many findings the system of each had when it had been taken. */
    public List<SnapshotSize> snapshotSizes() {
        return database.read(Snapshots::sizes);
    }

    /**
     * The snapshot that a user means by its name, its number, {@code latest}, a system, {@code SYSTEM@latest} or {@code
     * SYSTEM@DATE}; of several the latest complete one.
     */
    public Optional<Snapshot> snapshot(String text) {
        return Snapshots.find(snapshots(), text);
    }

    /** Everything as last seen, with the register. */
    public Inventory inventory() {
        return inventory(Optional.empty(), OptionalLong.empty());
    }

    /** One system as last seen, with the whole register. */
    public Inventory inventory(String system) {
        return inventory(Optional.of(system), OptionalLong.empty());
    }

    /** Everything as known when that snapshot had been taken, with the register that was in force when it began. */
    public Inventory inventoryAt(Snapshot snapshot) {
        return inventory(Optional.empty(), OptionalLong.of(snapshot.number()));
    }

    private Inventory inventory(Optional<String> system, OptionalLong snapshot) {
        SystemMapping by = mapping.get();
        return database.read(connection -> new InventoryReader(connection, system, snapshot, by)
                .read(
                        snapshot.isPresent()
                                ? Registers.inForce(connection, snapshot.getAsLong())
                                : Registers.systems(connection)));
    }

    /** Shows every finding that is there today, as it was recorded. */
    public void eachRecorded(RecordedVisitor visitor) {
        database.read(connection -> {
            new InventoryReader(connection, Optional.empty(), OptionalLong.empty(), SystemMapping.NONE).each(visitor);
            return null;
        });
    }

    /**
     * What changed between two states of the store.
     *
     * @param system one system only; all of them where empty
     * @param unseen whether findings that nobody looked at again are listed one by one, and not only counted
     */
    public InventoryDiff diff(Windows windows, Optional<String> system, boolean unseen) {
        SystemMapping by = mapping.get();
        return database.read(connection -> new SnapshotDiff(connection, windows, system, unseen, by).diff());
    }

    /**
     * Asks for parts of the latest state. The view lasts as long as the work, and is one state however long that takes; the
     * work must not use this store meanwhile.
     */
    public <T> T view(Function<InventoryView, T> work) {
        SystemMapping by = mapping.get();
        return database.read(connection -> {
            try {
                return work.apply(new StoredView(connection, by));
            } catch (StoredView.Failed e) {
                throw e.reason();
            }
        });
    }

    /** When a finding of that system was there; lines may have moved in between. */
    public List<Presence> presence(String system, Finding finding) {
        return database.read(connection -> AssetHistory.of(connection, system, finding));
    }

    /** When the asset of that id was seen, one row for each system that has or had it. */
    public List<AssetPresence> presence(String asset) {
        return database.read(connection -> AssetHistory.of(connection, asset));
    }

    /** Replaces the register of information systems, of which it is not known who did so when. */
    public void saveSystems(Collection<InformationSystem> systems) {
        writeDurably(connection -> Registers.save(connection, systems, "", Optional.empty()));
    }

    /** Replaces the register of information systems, as a new version of it. */
    public void saveSystems(Collection<InformationSystem> systems, String author, LocalDate on) {
        writeDurably(connection -> Registers.save(connection, systems, author, Optional.of(on)));
    }

    /** All versions of the register, in their order. */
    public List<Declared<List<InformationSystem>>> systemsHistory() {
        return database.read(Registers::history);
    }

    /** The register of information systems, by id. */
    public List<InformationSystem> systems() {
        return database.read(Registers::systems);
    }

    /** Keeps everything that is declared of the office's resources, as a new version of one document. */
    public void saveResources(OfficeResources resources, String author) {
        writeDurably(connection -> Registers.save(connection, resources, author, Optional.empty()));
    }

    /** The same with the day that it is declared on. */
    public void saveResources(OfficeResources resources, String author, LocalDate on) {
        writeDurably(connection -> Registers.save(connection, resources, author, Optional.of(on)));
    }

    /** All versions of the resources, in their order. */
    public List<Declared<OfficeResources>> resourcesHistory() {
        return database.read(Registers::resourceHistory);
    }

    /** The resources as last declared; those of an older store where none were declared since. */
    public OfficeResources resources() {
        return database.read(Registers::resources);
    }

    /** Keeps a new version of a document; the same bytes as the latest version are that version. */
    public StoredDocument saveDocument(String kind, String id, byte[] bytes, String author) {
        return database.writeDurably(connection -> Documents.save(connection, kind, id, bytes, author));
    }

    /** The explicit assignments of findings to systems, in the order in which they were made. */
    public List<Assignment> assignments() {
        return database.read(Registers::assignments);
    }

    /** Changes the explicit assignments in one transaction: what another process adds meanwhile is not lost. */
    public List<Assignment> changeAssignments(UnaryOperator<List<Assignment>> change, String author) {
        return database.writeDurably(connection -> Registers.change(connection, change, author));
    }

    /** The latest version of a document. */
    public Optional<StoredDocument> document(String kind, String id) {
        return database.read(connection -> Documents.latest(connection, kind, id));
    }

    /** One version of a document. */
    public Optional<StoredDocument> document(String kind, String id, int version) {
        return database.read(connection -> Documents.version(connection, kind, id, version));
    }

    /** All versions of all documents of that kind, by id and version. */
    public List<StoredDocument> documents(String kind) {
        return database.read(connection -> Documents.all(connection, kind));
    }

    /** How much the store holds. */
    public StoreStatistics stats() {
        return database.read(StoreStatistics::of);
    }

    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    private void writeDurably(Change change) {
        database.writeDurably(connection -> {
            change.on(connection);
            return true;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
