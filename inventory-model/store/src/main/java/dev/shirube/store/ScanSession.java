package dev.shirube.store;

import dev.shirube.domain.HistoryLocation;
import dev.shirube.domain.ScanResult;
import dev.shirube.store.UnitWriter.Unseen;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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

    ScanSession(Database database, Snapshot snapshot) {
        this.database = database;
        this.snapshot = snapshot;
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
        database.write(connection -> {
            new UnitWriter(connection, snapshot.number()).write(unit(connection, target, result.unit()), result);
            return null;
        });
    }

    /** Whether that unit of the session's only target is committed in this session, before an interruption perhaps. */
    public boolean finished(String unit) {
        return finished(onlyTarget(), unit);
    }

    /** Whether that unit of that target is committed in this session, before an interruption perhaps. */
    public boolean finished(String target, String unit) {
        check(target);
        return database.read(connection -> Sql.number(
                        connection,
                        "SELECT COUNT(*) FROM unit_scan s JOIN unit u ON u.id = s.unit"
                                + " WHERE s.snapshot = ? AND u.system = ? AND u.target = ? AND u.path = ?",
                        snapshot.number(),
                        snapshot.system(),
                        RecordWriter.escaped(target),
                        RecordWriter.escaped(unit))
                > 0);
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
            for (String target : snapshot.targets()) {
                endMissingUnits(connection, target);
            }
            Sql.update(connection, "UPDATE snapshot SET complete = 1 WHERE number = ?", snapshot.number());
            return null;
        });
    }

    private record Unit(long id, String path) {}

    private void endMissingUnits(Connection connection, String target) throws SQLException {
        List<Unit> seen = units(connection, target, "IN");
        if (seen.isEmpty()) {
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
        boolean walked = seen.stream().anyMatch(it -> HistoryLocation.is(it.path()));
        for (Unit unit : units(connection, target, "NOT IN")) {
            boolean judged = walked || !HistoryLocation.is(unit.path());
            if (judged && !unseen.test(unit.path())) {
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

    /** Units of a target that this session has or has not looked at, and no newer one either. */
    private List<Unit> units(Connection connection, String target, String membership) throws SQLException {
        return Sql.list(
                connection,
                row -> new Unit(row.getLong(1), new RecordReader(row.getString(2)).text()),
                "SELECT u.id, u.path FROM unit u WHERE u.system = ? AND u.target = ? AND u.id " + membership
                        + " (SELECT unit FROM unit_scan WHERE snapshot = ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM unit_scan n WHERE n.unit = u.id AND n.snapshot > ?) ORDER BY u.id",
                snapshot.system(),
                RecordWriter.escaped(target),
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
        if (!snapshot.targets().contains(target)) {
            throw new IllegalArgumentException("The session has no target " + target + ", but " + snapshot.targets());
        }
    }
}
