package dev.shirube.store;

import dev.shirube.domain.CryptoAsset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of assets and traits that findings point to: few, so a session remembers those it has met. What a transaction that
 * failed had added is forgotten again.
 */
final class Dictionary {

    private final Map<String, Long> assets = new HashMap<>();
    private final Map<FindingTraits, Long> traits = new HashMap<>();
    private final Map<String, Long> newAssets = new HashMap<>();
    private final Map<FindingTraits, Long> newTraits = new HashMap<>();

    /** Begins a transaction: what the one before added, and did not {@link #keep}, never was. */
    void begin() {
        newAssets.clear();
        newTraits.clear();
    }

    /** The transaction is committed. */
    void keep() {
        assets.putAll(newAssets);
        traits.putAll(newTraits);
        begin();
    }

    /** Row of an asset with that record. */
    long asset(Connection connection, CryptoAsset asset, String record) throws SQLException {
        Long id = either(assets.get(record), newAssets.get(record));
        if (id == null) {
            byte[] digest = Sql.digest(record);
            id = known(connection, "SELECT id FROM asset WHERE digest = ?", digest);
            if (id == null) {
                id = Sql.number(
                        connection,
                        "INSERT INTO asset (digest, identity, record) VALUES (?, ?, ?) RETURNING id",
                        digest,
                        RecordWriter.escaped(asset.id()),
                        record);
            }
            newAssets.put(record, id);
        }
        return id;
    }

    /** Row of traits. */
    long trait(Connection connection, FindingTraits value) throws SQLException {
        Long id = either(traits.get(value), newTraits.get(value));
        if (id == null) {
            String record = value.write();
            id = known(connection, "SELECT id FROM trait WHERE record = ?", record);
            if (id == null) {
                id = Sql.number(connection, "INSERT INTO trait (record) VALUES (?) RETURNING id", record);
            }
            newTraits.put(value, id);
        }
        return id;
    }

    private static Long either(Long one, Long other) {
        return one != null ? one : other;
    }

    private static Long known(Connection connection, String sql, Object value) throws SQLException {
        Optional<Long> id = Sql.first(connection, row -> row.getLong(1), sql, value);
        return id.orElse(null);
    }
}
