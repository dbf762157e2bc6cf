package dev.shirube.store;

import dev.shirube.domain.AssetPresence;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Team;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.mapping.Assignment;
import dev.shirube.domain.mapping.SystemMapping;
import dev.shirube.domain.resources.OfficeResources;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
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

    private static final String RESOURCES = "resources";
    private static final String OFFICE = "office";

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
        return database.write(connection -> {
            long number = Sql.number(connection, "SELECT COALESCE(MAX(number), 0) + 1 FROM snapshot");
            String named = name.orElse(system + "@" + asOf + "#" + number);
            Snapshots.checkNew(connection, database.name(), named);
            Snapshot snapshot = new Snapshot(number, named, system, targets, asOf, origin, false);
            Parts.forgetOlder(connection, system, Snapshots.targets(targets));
            Snapshots.add(connection, snapshot);
            return new ScanSession(database, snapshot);
        });
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

    /** Everything as known when that snapshot had been taken, with today's register. */
    public Inventory inventoryAt(Snapshot snapshot) {
        return inventory(Optional.empty(), OptionalLong.of(snapshot.number()));
    }

    private Inventory inventory(Optional<String> system, OptionalLong snapshot) {
        SystemMapping by = mapping.get();
        return database.read(
                connection -> new InventoryReader(connection, system, snapshot, by).read(systems(connection)));
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
     * Hands over everything as last seen, finding by finding, in no order that means anything. It is one state of the store,
     * however long that takes; the consumer must not use this store meanwhile.
     */
    public void forEachFinding(Consumer<AssignedFinding> consumer) {
        SystemMapping by = mapping.get();
        eachRecorded((system, target, finding) -> consumer.accept(new AssignedFinding(
                by.systemOf(system, target, finding.occurrence().location(), Optional.of(finding.asset())), finding)));
    }

    /**
     * Hands over how many findings of which kind each unit has now, without reading them one by one. They are counted under the
     * system that the scan was told: where a mapping moves single findings, only {@link #forEachFinding} tells them apart.
     */
    public void forEachGroup(Consumer<FindingGroup> consumer) {
        database.read(connection -> {
            new FindingReader(connection).eachGroup(consumer);
            return true;
        });
    }

    /** When a finding of that system was there; lines may have moved in between. */
    public List<Presence> presence(String system, Finding finding) {
        List<Presence> rows = database.read(connection -> Sql.list(
                connection,
                row -> {
                    long until = row.getLong(2);
                    OptionalLong end = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(until);
                    return new Presence(row.getLong(1), end);
                },
                "SELECT f.first_snapshot, f.until_snapshot FROM finding f JOIN unit u ON u.id = f.unit"
                        + " WHERE u.system = ? AND f.fingerprint = ? ORDER BY f.first_snapshot",
                system,
                Sql.digest(finding.fingerprint())));
        List<Presence> joined = new ArrayList<>();
        for (Presence row : rows) {
            int last = joined.size() - 1;
            boolean goesOn = last >= 0 && joined.get(last).until().equals(OptionalLong.of(row.first()));
            if (goesOn) {
                joined.set(last, new Presence(joined.get(last).first(), row.until()));
            } else {
                joined.add(row);
            }
        }
        return joined;
    }

    /** When the asset of that id was seen, one row for each system that has or had it. */
    public List<AssetPresence> presence(String asset) {
        return database.read(connection -> AssetHistory.of(connection, asset));
    }

    /** Replaces the register of information systems. */
    public void saveSystems(Collection<InformationSystem> systems) {
        database.writeDurably(connection -> {
            Sql.update(connection, "DELETE FROM system");
            for (InformationSystem system : systems) {
                Sql.update(
                        connection,
                        "INSERT INTO system (id, record) VALUES (?, ?)",
                        system.id(),
                        RegisterRecord.write(system));
            }
            return null;
        });
    }

    /** The register of information systems, by id. */
    public List<InformationSystem> systems() {
        return database.read(Store::systems);
    }

    static List<InformationSystem> systems(Connection connection) throws SQLException {
        return Sql.list(connection, row -> RegisterRecord.system(row.getString(1)), "SELECT record FROM system")
                .stream()
                .sorted()
                .toList();
    }

    /** Keeps everything that is declared of the office's resources, as a new version of one document. */
    public void saveResources(OfficeResources resources, String author) {
        saveDocument(RESOURCES, OFFICE, ResourceRecord.write(resources), author);
    }

    /** The resources as last declared; those of an older store where none were declared since. */
    public OfficeResources resources() {
        return document(RESOURCES, OFFICE)
                .map(it -> ResourceRecord.read(it.bytes()))
                .orElseGet(() -> OfficeResources.of(teams(), budgets()));
    }

    /** Replaces teams and budgets, in the form of older stores. */
    public void saveResources(Collection<Team> teams, Collection<BudgetLine> budgets) {
        database.writeDurably(connection -> {
            Sql.update(connection, "DELETE FROM team");
            Sql.update(connection, "DELETE FROM budget");
            for (Team team : teams) {
                Sql.update(
                        connection,
                        "INSERT INTO team (id, record) VALUES (?, ?)",
                        team.id(),
                        RegisterRecord.write(team));
            }
            for (BudgetLine line : budgets) {
                Sql.update(
                        connection,
                        "INSERT INTO budget (department, fiscal_year, yen) VALUES (?, ?, ?)",
                        line.department(),
                        line.fiscalYear(),
                        line.yen());
            }
            return null;
        });
    }

    /** All teams, by id. */
    public List<Team> teams() {
        return database
                .read(connection ->
                        Sql.list(connection, row -> RegisterRecord.team(row.getString(1)), "SELECT record FROM team"))
                .stream()
                .sorted()
                .toList();
    }

    /** All budgets, by department and year. */
    public List<BudgetLine> budgets() {
        return database
                .read(connection -> Sql.list(
                        connection,
                        row -> new BudgetLine(row.getString(1), row.getInt(2), row.getLong(3)),
                        "SELECT department, fiscal_year, yen FROM budget"))
                .stream()
                .sorted()
                .toList();
    }

    /** Keeps a new version of a document; the same bytes as the latest version are that version. */
    public StoredDocument saveDocument(String kind, String id, byte[] bytes, String author) {
        return database.writeDurably(connection -> save(connection, kind, id, bytes, author));
    }

    private static StoredDocument save(Connection connection, String kind, String id, byte[] bytes, String author)
            throws SQLException {
        Optional<StoredDocument> latest = latest(connection, kind, id);
        if (latest.isPresent() && Arrays.equals(latest.get().bytes(), bytes)) {
            return latest.get();
        }
        int version = latest.map(StoredDocument::version).orElse(0) + 1;
        Sql.update(
                connection,
                "INSERT INTO document (kind, id, version, bytes, author) VALUES (?, ?, ?, ?, ?)",
                kind,
                id,
                version,
                bytes,
                author);
        return new StoredDocument(kind, id, version, bytes, author);
    }

    /** The explicit assignments of findings to systems, in the order in which they were made. */
    public List<Assignment> assignments() {
        return database.read(Store::assignments);
    }

    private static List<Assignment> assignments(Connection connection) throws SQLException {
        return latest(connection, AssignmentRecord.KIND, AssignmentRecord.ID)
                .map(AssignmentRecord::read)
                .orElse(List.of());
    }

    /** Changes the explicit assignments in one transaction: what another process adds meanwhile is not lost. */
    public List<Assignment> changeAssignments(UnaryOperator<List<Assignment>> change, String author) {
        return database.writeDurably(connection -> {
            List<Assignment> changed = change.apply(assignments(connection));
            byte[] bytes = AssignmentRecord.write(changed);
            save(connection, AssignmentRecord.KIND, AssignmentRecord.ID, bytes, author);
            return changed;
        });
    }

    /** The latest version of a document. */
    public Optional<StoredDocument> document(String kind, String id) {
        return database.read(connection -> latest(connection, kind, id));
    }

    /** One version of a document. */
    public Optional<StoredDocument> document(String kind, String id, int version) {
        return documents(kind).stream()
                .filter(it -> it.id().equals(id) && it.version() == version)
                .findFirst();
    }

    /** All versions of all documents of that kind, by id and version. */
    public List<StoredDocument> documents(String kind) {
        return database.read(connection -> Sql.list(
                connection,
                row -> new StoredDocument(kind, row.getString(1), row.getInt(2), row.getBytes(3), row.getString(4)),
                "SELECT id, version, bytes, author FROM document WHERE kind = ? ORDER BY id, version",
                kind));
    }

    private static Optional<StoredDocument> latest(Connection connection, String kind, String id) throws SQLException {
        return Sql.first(
                connection,
                row -> new StoredDocument(kind, id, row.getInt(1), row.getBytes(2), row.getString(3)),
                "SELECT version, bytes, author FROM document WHERE kind = ? AND id = ? ORDER BY version DESC LIMIT 1",
                kind,
                id);
    }

    /** How much the store holds. */
    public StoreStatistics stats() {
        return database.read(connection -> new StoreStatistics(
                count(connection, "snapshot"),
                count(connection, "system"),
                count(connection, "finding WHERE until_snapshot IS NULL"),
                count(connection, "finding"),
                count(connection, "asset"),
                count(connection, "remark WHERE until_snapshot IS NULL AND kind = 'diagnostic'"),
                count(connection, "document")));
    }

    private static long count(Connection connection, String rows) throws SQLException {
        return Sql.number(connection, "SELECT COUNT(*) FROM " + rows);
    }

    @Override
    public void close() {
        database.close();
    }
}
