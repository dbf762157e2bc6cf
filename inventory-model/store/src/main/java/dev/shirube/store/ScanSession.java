package dev.shirube.store;

import dev.shirube.domain.HistoryLocation;
import dev.shirube.domain.ScanResult;
import dev.shirube.store.UnitWriter.Unseen;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One scan being written into the store.
 *
 * <p>Each unit is committed, whole, as it comes: if the process is killed, every unit whose {@link #accept} had returned is
 * there, and {@link Store#resume} goes on from it. What a unit no longer has ends in the same transaction; what could not
 * be read this time stays, since not found is not none.
 */
public final class ScanSession {

    private final Database database;
    private final Snapshot snapshot;
    private final Set<String> targets;
    private final Dictionary dictionary = new Dictionary();
    private final Set<List<String>> committed = ConcurrentHashMap.newKeySet();

    /** A session that goes on from where it was interrupted. */
    static ScanSession resumed(Database database, Snapshot snapshot) {
        ScanSession session = new ScanSession(database, snapshot);
        session.committed.addAll(database.read(connection -> Sql.list(
                connection,
                row -> List.of(new RecordReader(row.getString(1)).text(), new RecordReader(row.getString(2)).text()),
                "SELECT u.target, u.path FROM unit_scan s JOIN unit u ON u.id = s.unit WHERE s.snapshot = ?",
                snapshot.number())));
        return session;
    }

    ScanSession(Database database, Snapshot snapshot) {
        this.database = database;
        this.snapshot = snapshot;
        this.targets = Set.copyOf(snapshot.targets());
    }

    /** The snapshot that this session writes. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Commits a unit of the session's only target. */
    public void accept(ScanResult result) {
        accept(onlyTarget(), result);
    }

    /**
     * Commits a unit of that target.
     *
     * @throws StoreException when it cannot be written; nothing of this unit is kept then, everything before it is
     */
    public void accept(String target, ScanResult result) {
        check(target);
        // One thread at a time: the rows that a transaction adds are known to the next one only if it is committed.
        synchronized (dictionary) {
            dictionary.begin();
            database.write(connection -> {
                new UnitWriter(connection, snapshot.number(), dictionary)
                        .write(unit(connection, target, result.unit()), result);
                parts(connection).forget(result.unit());
                return null;
            });
            dictionary.keep();
        }
        committed.add(List.of(target, result.unit()));
    }

    private Parts parts(Connection connection) {
        return new Parts(connection, snapshot.number());
    }

    /**
     * Keeps a part of what a unit that is not finished is made of, until the unit is committed or the session is over. When
     * this returns, it survives the end of the process.
     */
    public void record(String unit, byte[] part) {
        database.write(connection -> {
            parts(connection).add(unit, part);
            return null;
        });
    }

    /** What was recorded of a unit that is not committed, in the order in which it was. */
    public List<byte[]> recorded(String unit) {
        return database.read(connection -> parts(connection).of(unit));
    }

    /** Whether that unit of the session's only target is committed in this session, before an interruption perhaps. */
    public boolean finished(String unit) {
        return finished(onlyTarget(), unit);
    }

    /** Whether that unit of that target is committed in this session, before an interruption perhaps. */
    public boolean finished(String target, String unit) {
        check(target);
        return committed.contains(List.of(target, unit));
    }

    /**
     * What this session has committed so far, before an interruption perhaps: a scan that goes on needs it to speak of all
     * that it saw. A finding that a unit had before, and that could not be read again, is among it.
     */
    public List<ScanResult> results() {
        return database.read(connection -> new UnitReader(connection, snapshot.number()).results());
    }

    /**
     * Ends the session: units that its targets no longer have are gone, and the snapshot changes no more.
     *
     * <p>Only targets of which at least one unit was looked at are judged; units that could not be read stay, and so do those of
     * a repository's history where the scan did not walk through it.
     */
    public void complete() {
        database.write(connection -> {
            endMissingUnits(connection);
            parts(connection).forget();
            Sql.update(connection, "UPDATE snapshot SET complete = 1 WHERE number = ?", snapshot.number());
            return null;
        });
    }

    private record Unit(long id, String target, String path) {}

    private void endMissingUnits(Connection connection) throws SQLException {
        Set<String> judged = new HashSet<>();
        Set<String> walked = new HashSet<>();
        for (Unit seen : units(connection, "EXISTS")) {
            judged.add(seen.target());
            if (HistoryLocation.is(seen.path())) {
                walked.add(seen.target());
            }
        }
        judged.retainAll(targets);
        List<Unit> missing = units(connection, "NOT EXISTS").stream()
                .filter(it -> judged.contains(it.target()))
                .filter(it -> !HistoryLocation.is(it.path()) || walked.contains(it.target()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        List<String> failures = Unseen.failures(Sql.list(
                connection,
                row -> FindingRecord.diagnostic(row.getString(1)),
                "SELECT r.record FROM remark r JOIN unit_scan s ON s.unit = r.unit WHERE s.snapshot = ? AND r.kind = ?"
                        + " AND r.until_snapshot IS NULL",
                snapshot.number(),
                UnitWriter.DIAGNOSTIC));
        Unseen unseen = new Unseen(isFiltered(connection), failures);
        for (Unit unit : missing) {
            if (!unseen.test(unit.path())) {
                end(connection, "finding", unit);
                end(connection, "remark", unit);
            }
        }
    }

    /** Whether the user left anything out: a whole unit may be among it. */
    private boolean isFiltered(Connection connection) throws SQLException {
        return Sql.list(
                        connection,
                        row -> FindingRecord.coverage(row.getString(1)),
                        "SELECT r.record FROM remark r JOIN unit_scan s ON s.unit = r.unit WHERE s.snapshot = ?"
                                + " AND r.kind = ? AND r.until_snapshot IS NULL",
                        snapshot.number(),
                        UnitWriter.COVERAGE)
                .stream()
                .anyMatch(Unseen::excludes);
    }

    /** Units of the system that this session has or has not looked at, and no newer one either. */
    private List<Unit> units(Connection connection, String looked) throws SQLException {
        return Sql.list(
                connection,
                row -> new Unit(
                        row.getLong(1),
                        new RecordReader(row.getString(2)).text(),
                        new RecordReader(row.getString(3)).text()),
                "SELECT u.id, u.target, u.path FROM unit u WHERE u.system = ? AND " + looked
                        + " (SELECT 1 FROM unit_scan s WHERE s.unit = u.id AND s.snapshot = ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM unit_scan n WHERE n.unit = u.id AND n.snapshot > ?) ORDER BY u.id",
                snapshot.system(),
                snapshot.number(),
                snapshot.number());
    }

    private void end(Connection connection, String table, Unit unit) throws SQLException {
        Sql.update(
                connection,
                "UPDATE " + table + " SET until_snapshot = ? WHERE unit = ? AND until_snapshot IS NULL",
                snapshot.number(),
                unit.id());
    }

    private long unit(Connection connection, String target, String path) throws SQLException {
        Object[] key = {snapshot.system(), RecordWriter.escaped(target), RecordWriter.escaped(path)};
        Sql.update(connection, "INSERT INTO unit (system, target, path) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", key);
        return Sql.number(connection, "SELECT id FROM unit WHERE system = ? AND target = ? AND path = ?", key);
    }

    private String onlyTarget() {
        if (snapshot.targets().size() != 1) {
            throw new IllegalStateException(
                    "The session has " + snapshot.targets().size() + " targets: say which one a unit belongs to");
        }
        return snapshot.targets().get(0);
    }

    private void check(String target) {
        if (!targets.contains(target)) {
            throw new IllegalArgumentException("The session has no target " + target + ", but " + snapshot.targets());
        }
    }
}
