package dev.shirube.store;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.mapping.SystemMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit as its row tells of it.
 *
 * @param system the system that its scan was told
 */
record StoredUnit(String system, String target, String path) {

    /** All units by the numbers of their rows. */
    static Map<Long, StoredUnit> all(Connection connection) throws SQLException {
        Map<Long, StoredUnit> units = new HashMap<>();
        Sql.each(
                connection,
                row -> units.put(
                        row.getLong(1),
                        new StoredUnit(
                                row.getString(2),
                                new RecordReader(row.getString(3)).text(),
                                new RecordReader(row.getString(4)).text())),
                "SELECT id, system, target, path FROM unit");
        return units;
    }

    /** The system of something at that place of this unit. */
    String systemOf(SystemMapping mapping, String location, Optional<CryptoAsset> asset) {
        return mapping.systemOf(system, target, location, asset);
    }
}
