package dev.shirube.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Brings the present rows of one unit in line with what a scan says now: what is the same is not touched, what changed or
 * is gone ends before this snapshot, what is new starts with it.
 */
final class Intervals {

    /** A table with intervals; {@code extra} are the columns in which it differs from the other. */
    enum Table {
        FINDING("finding", "asset", "trait"),
        REMARK("remark", "kind");

        private final String insert;
        private final String present;
        private final String end;
        private final String undo;
        private final String record;

        Table(String name, String... extra) {
            insert = "INSERT INTO " + name + " (unit, fingerprint, content, record, first_snapshot, "
                    + String.join(", ", extra) + ") VALUES (?, ?, ?, ?, ?" + ", ?".repeat(extra.length) + ")";
            present = "SELECT id, fingerprint, content, first_snapshot FROM " + name
                    + " WHERE unit = ? AND until_snapshot IS NULL";
            end = "UPDATE " + name + " SET until_snapshot = ? WHERE id = ?";
            undo = "DELETE FROM " + name + " WHERE id = ?";
            record = "SELECT record FROM " + name + " WHERE id = ?";
        }
    }

    /** A row as a scan says it now. */
    record Row(byte[] fingerprint, byte[] content, List<?> extra, String record) {}

    private record Present(long id, byte[] content, long first) {}

    private final Connection connection;
    private final Table table;
    private final long snapshot;

    Intervals(Connection connection, Table table, long snapshot) {
        this.connection = connection;
        this.table = table;
        this.snapshot = snapshot;
    }

    /**
     * Replaces what is present of a unit.
     *
     * @param unseen whether a row with that record could not have been seen this time, and therefore stays
     */
    void replace(long unit, Collection<Row> rows, Predicate<String> unseen) throws SQLException {
        Map<ByteBuffer, Present> present = present(unit);
        List<Row> added = new ArrayList<>();
        for (Row row : rows) {
            Present before = present.remove(ByteBuffer.wrap(row.fingerprint()));
            if (before == null) {
                added.add(row);
            } else if (!Arrays.equals(before.content(), row.content())) {
                end(before);
                added.add(row);
            }
        }
        for (Present gone : present.values()) {
            if (!unseen.test(record(gone.id()))) {
                end(gone);
            }
        }
        insert(unit, added);
    }

    private Map<ByteBuffer, Present> present(long unit) throws SQLException {
        Map<ByteBuffer, Present> present = new HashMap<>();
        Sql.list(
                connection,
                row -> present.put(
                        ByteBuffer.wrap(row.getBytes(2)), new Present(row.getLong(1), row.getBytes(3), row.getLong(4))),
                table.present,
                unit);
        return present;
    }

    private String record(long id) throws SQLException {
        return Sql.first(connection, row -> row.getString(1), table.record, id).orElseThrow();
    }

    /** A row of this very snapshot, as when a unit is handed over twice, never was: it is undone. */
    private void end(Present row) throws SQLException {
        if (row.first() == snapshot) {
            Sql.update(connection, table.undo, row.id());
        } else {
            Sql.update(connection, table.end, snapshot, row.id());
        }
    }

    private void insert(long unit, List<Row> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(table.insert)) {
            for (Row row : rows) {
                List<Object> values =
                        new ArrayList<>(List.of(unit, row.fingerprint(), row.content(), row.record(), snapshot));
                values.addAll(row.extra());
                Sql.set(statement, values.toArray());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
