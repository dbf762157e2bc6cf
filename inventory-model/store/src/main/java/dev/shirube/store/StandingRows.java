package dev.shirube.store;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Finding;
import dev.shirube.domain.diff.Standing;
import dev.shirube.domain.mapping.SystemMapping;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts the rows that stand in both of two states. What is open now is counted by an index; from that is taken away what
 * began since, and added what has ended since: the work grows with what changed, not with what stands. Only of units that
 * were looked at in part, or whose unseen findings are to be listed, are the rows themselves read.
 */
final class StandingRows {

    private static final String OPEN = " AND until_snapshot IS NULL";

    private final Connection connection;
    private final Windows windows;
    private final ComparedUnits units;
    private final boolean listUnseen;
    private final SystemMapping mapping;
    private final Map<Long, FindingTraits> traits = new HashMap<>();
    private final Map<Counted, long[]> counts = new HashMap<>();
    private final Map<Long, CryptoAsset> assets = new HashMap<>();
    private final Map<String, List<Finding>> unseen = new HashMap<>();

    private record Counted(String system, long asset, CryptoFunction function, CodeContext context, boolean again) {}

    /** Where a mapping moves findings between systems, each of them must be read: its place decides. */
    StandingRows(
            Connection connection, Windows windows, ComparedUnits units, boolean listUnseen, SystemMapping mapping) {
        this.connection = connection;
        this.windows = windows;
        this.units = units;
        this.listUnseen = listUnseen;
        this.mapping = mapping;
    }

    /** Counts them: by system. */
    Map<String, Map<Standing, Long>> count() throws SQLException {
        Sql.each(
                connection,
                row -> traits.put(row.getLong(1), FindingTraits.read(row.getString(2))),
                "SELECT id, record FROM trait");
        Sql.each(
                connection,
                row -> whole(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                "SELECT unit, asset, trait, COUNT(*) FROM finding WHERE until_snapshot IS NULL"
                        + " GROUP BY unit, asset, trait");
        String columns = "SELECT unit, first_snapshot, until_snapshot, asset, trait, record FROM finding WHERE ";
        Sql.each(
                connection,
                row -> {
                    if (!inBoth(row)) {
                        whole(row.getLong(1), row.getLong(4), row.getLong(5), -1);
                    }
                },
                columns + "first_snapshot > ?" + OPEN,
                windows.widest().from());
        Sql.each(
                connection,
                row -> {
                    if (inBoth(row) && inParts(row.getLong(1))) {
                        part(row);
                    } else if (inBoth(row)) {
                        whole(row.getLong(1), row.getLong(4), row.getLong(5), 1);
                    }
                },
                columns + "until_snapshot > ?",
                windows.earliestTo());
        for (long unit : units.ids()) {
            if (inParts(unit)) {
                Sql.each(
                        connection,
                        row -> {
                            if (inBoth(row)) {
                                part(row);
                            }
                        },
                        columns + "unit = ?" + OPEN,
                        unit);
            }
        }
        return bySystem();
    }

    /** Findings that nobody looked at again, by system; none where they are only counted. */
    Map<String, List<Finding>> unseen() {
        return unseen;
    }

    private boolean inParts(long unit) {
        return !mapping.isNone() || units.seenInPart(unit) || listUnseen && !units.lookedAgain(unit);
    }

    private boolean inBoth(ResultSet row) throws SQLException {
        long first = row.getLong(2);
        long until = ComparedUnits.until(row.getLong(3), row.wasNull());
        return units.unit(row.getLong(1))
                .filter(it -> it.window().inFirst(first, until) && it.window().inSecond(first, until))
                .isPresent();
    }

    private void whole(long unit, long asset, long trait, long count) {
        if (!inParts(unit)) {
            units.unit(unit).ifPresent(it -> add(it.system(), asset, trait, units.lookedAgain(unit), count));
        }
    }

    private void part(ResultSet row) throws SQLException {
        long unit = row.getLong(1);
        String location = new RecordReader(row.getString(6)).text();
        String system = system(units.unit(unit).orElseThrow(), location, row.getLong(4));
        boolean again = units.lookedAgain(unit, location);
        if (again) {
            units.noteAgain(system);
        }
        add(system, row.getLong(4), row.getLong(5), again, 1);
        if (listUnseen && !again) {
            unseen.computeIfAbsent(system, it -> new ArrayList<>())
                    .add(FindingRecord.read(asset(row.getLong(4)), row.getString(6)));
        }
    }

    private String system(ComparedUnits.Unit unit, String location, long asset) throws SQLException {
        return mapping.isNone()
                ? unit.system()
                : mapping.systemOf(unit.system(), unit.target(), location, Optional.of(asset(asset)));
    }

    private void add(String system, long asset, long trait, boolean again, long count) {
        FindingTraits it = traits.get(trait);
        counts.computeIfAbsent(new Counted(system, asset, it.function(), it.context(), again), key -> new long[1])[0] +=
                count;
    }

    private CryptoAsset asset(long id) throws SQLException {
        CryptoAsset asset = assets.get(id);
        if (asset == null) {
            asset = AssetRecord.read(
                    Sql.first(connection, row -> row.getString(1), "SELECT record FROM asset WHERE id = ?", id)
                            .orElseThrow());
            assets.put(id, asset);
        }
        return asset;
    }

    private Map<String, Map<Standing, Long>> bySystem() throws SQLException {
        Map<String, Map<Standing, Long>> all = new TreeMap<>();
        for (Map.Entry<Counted, long[]> it : counts.entrySet()) {
            Counted key = it.getKey();
            if (it.getValue()[0] > 0) {
                all.computeIfAbsent(key.system(), id -> new HashMap<>())
                        .merge(
                                new Standing(asset(key.asset()), key.function(), key.context(), key.again()),
                                it.getValue()[0],
                                Long::sum);
            }
        }
        return all;
    }
}
