package dev.shirube.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Gives findings that were stored without them their traits, a few thousand at a time. */
final class TraitMigration {

    private static final int PORTION = 5_000;

    private TraitMigration() {}

    private record Row(long id, String asset, String record) {}

    static void run(Connection connection) throws SQLException {
        Dictionary dictionary = new Dictionary();
        long last = Long.MIN_VALUE;
        while (true) {
            List<Row> rows = Sql.list(
                    connection,
                    row -> new Row(row.getLong(1), row.getString(2), row.getString(3)),
                    "SELECT f.id, a.record, f.record FROM finding f JOIN asset a ON a.id = f.asset WHERE f.id > ?"
                            + " ORDER BY f.id LIMIT " + PORTION,
                    last);
            if (rows.isEmpty()) {
                return;
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("UPDATE finding SET trait = ? WHERE id = ?")) {
                for (Row row : rows) {
                    FindingTraits traits =
                            FindingTraits.of(FindingRecord.read(AssetRecord.read(row.asset()), row.record()));
                    Sql.set(statement, dictionary.trait(connection, traits), row.id());
                    statement.addBatch();
                    last = row.id();
                }
                statement.executeBatch();
            }
        }
    }
}
