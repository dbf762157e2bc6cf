package dev.shirube.store;

import dev.shirube.domain.CryptoAsset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads how many present findings there are of which kind: however many they are, few are held. */
final class FindingReader {

    private final Connection connection;
    private final Map<Long, CryptoAsset> assets = new HashMap<>();

    FindingReader(Connection connection) {
        this.connection = connection;
    }

    private record Unit(String system, String target, String path) {}

    /** Each kind of present finding of each unit; an index holds all that is counted. */
    void eachGroup(Consumer<FindingGroup> consumer) throws SQLException {
        Map<Long, Unit> units = new HashMap<>();
        Sql.each(
                connection,
                row -> units.put(
                        row.getLong(1),
                        new Unit(
                                row.getString(2),
                                new RecordReader(row.getString(3)).text(),
                                new RecordReader(row.getString(4)).text())),
                "SELECT id, system, target, path FROM unit");
        Map<Long, FindingTraits> traits = new HashMap<>();
        Sql.each(
                connection,
                row -> traits.put(row.getLong(1), FindingTraits.read(row.getString(2))),
                "SELECT id, record FROM trait");
        Sql.each(
                connection,
                row -> assets.put(row.getLong(1), AssetRecord.read(row.getString(2))),
                "SELECT id, record FROM asset");
        Sql.each(
                connection,
                row -> {
                    Unit unit = units.get(row.getLong(1));
                    consumer.accept(new FindingGroup(
                            unit.system(),
                            unit.target(),
                            unit.path(),
                            assets.get(row.getLong(2)),
                            traits.get(row.getLong(3)),
                            row.getLong(4)));
                },
                "SELECT unit, asset, trait, COUNT(*) FROM finding WHERE until_snapshot IS NULL"
                        + " GROUP BY unit, asset, trait");
    }
}
