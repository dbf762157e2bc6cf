package dev.shirube.store;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.mapping.SystemMapping;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of findings that another row says already, word for word: an inventory holds a finding of a system once, and the same
 * place may have been scanned as part of two targets. Where every system has one target there are none, and nothing is read.
 */
final class Repeated {

    private static final String PRESENT = " FROM finding x JOIN unit u ON u.id = x.unit WHERE x.until_snapshot IS NULL";

    private final Connection connection;
    private final Map<Long, StoredUnit> units;
    private final Map<Long, CryptoAsset> assets;
    private final SystemMapping mapping;
    private final BitSet rows = new BitSet();
    private final Set<List<Object>> said = new HashSet<>();
    private String fingerprint = "";

    Repeated(Connection connection, Map<Long, StoredUnit> units, Map<Long, CryptoAsset> assets, SystemMapping mapping) {
        this.connection = connection;
        this.units = units;
        this.assets = assets;
        this.mapping = mapping;
    }

    /** What is done with a row that is said already. */
    interface Each {
        void accept(long unit, long asset, long trait);
    }

    /** The numbers of those rows. */
    BitSet rows(Each each) throws SQLException {
        // With a mapping two systems of scans may be one.
        String several = mapping.isNone()
                ? " AND u.system IN (SELECT system FROM unit GROUP BY system HAVING COUNT(DISTINCT target) > 1)"
                : "";
        String twice = "SELECT x.fingerprint" + PRESENT + several + " GROUP BY x.fingerprint HAVING COUNT(*) > 1";
        if (Sql.number(connection, "SELECT COUNT(*) FROM (SELECT DISTINCT system, target FROM unit) t") > 1
                && Sql.first(connection, row -> true, twice + " LIMIT 1").isPresent()) {
            Sql.each(
                    connection,
                    row -> take(row, each),
                    "SELECT x.id, x.unit, x.asset, x.trait, x.record, x.fingerprint" + PRESENT
                            + " AND x.fingerprint IN (" + twice + ") ORDER BY x.fingerprint, x.id");
        }
        return rows;
    }

    private void take(ResultSet row, Each each) throws SQLException {
        String current = HexFormat.of().formatHex(row.getBytes(6));
        if (!current.equals(fingerprint)) {
            said.clear();
            fingerprint = current;
        }
        StoredUnit unit = units.get(row.getLong(2));
        CryptoAsset asset = assets.get(row.getLong(3));
        String record = row.getString(5);
        String system = unit.systemOf(mapping, new RecordReader(record).text(), Optional.of(asset));
        if (!said.add(List.of(system, row.getLong(3), record))) {
            rows.set(Math.toIntExact(row.getLong(1)));
            each.accept(row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }
}
