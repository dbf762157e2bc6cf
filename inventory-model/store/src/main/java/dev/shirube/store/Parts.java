package dev.shirube.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a session has recorded of units that it has not committed (docs/adr/0020); inside the caller's transaction. */
final class Parts {

    private final Connection connection;
    private final long snapshot;

    Parts(Connection connection, long snapshot) {
        this.connection = connection;
        this.snapshot = snapshot;
    }

    void add(String unit, byte[] part) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO part (snapshot, unit, bytes) VALUES (?, ?, ?)",
                snapshot,
                RecordWriter.escaped(unit),
                part);
    }

    List<byte[]> of(String unit) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getBytes(1),
                "SELECT bytes FROM part WHERE snapshot = ? AND unit = ? ORDER BY id",
                snapshot,
                RecordWriter.escaped(unit));
    }

    void forget(String unit) throws SQLException {
        Sql.update(
                connection, "DELETE FROM part WHERE snapshot = ? AND unit = ?", snapshot, RecordWriter.escaped(unit));
    }

    void forget() throws SQLException {
        Sql.update(connection, "DELETE FROM part WHERE snapshot = ?", snapshot);
    }

    /** What no scan can go on with any more, since a newer one of the same system and targets begins. */
    static void forgetOlder(Connection connection, String system, String targets) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM part WHERE snapshot IN (SELECT number FROM snapshot WHERE system = ? AND targets = ?)",
                system,
                targets);
    }
}
