package dev.shirube.store;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.mapping.SystemMapping;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The present rows of findings, counted and read. Where neither a mapping nor a place decides, an index holds all that is
 * counted; otherwise each row's place is looked at. Rows are taken apart last, when all that is cheaper to ask has let them
 * through.
 */
final class FindingRows {

    /** Longer lists of numbers are not written into a statement. */
    private static final int MOST_LISTED = 500;

    private static final String PRESENT = " FROM finding WHERE until_snapshot IS NULL";

    private final Connection connection;
    private final SystemMapping mapping;
    private final Map<Long, StoredUnit> units;
    private final Map<Long, FindingTraits> traits = new HashMap<>();
    private final Map<Long, CryptoAsset> assets = new HashMap<>();
    private final Map<Group, Long> repeatedOf = new HashMap<>();
    private final BitSet repeated;
    private final Map<Long, Set<String>> holders = new HashMap<>();
    private Optional<Map<Kind, Long>> located = Optional.empty();

    /** Findings of a unit that are alike in all but their place. */
    private record Group(long unit, long asset, long trait) {}

    /** Findings of a system that are alike in all but their place. */
    private record Kind(String system, long asset, long trait) {}

    FindingRows(Connection connection, SystemMapping mapping) throws SQLException {
        this.connection = connection;
        this.mapping = mapping;
        units = StoredUnit.all(connection);
        Sql.each(
                connection,
                row -> traits.put(row.getLong(1), FindingTraits.read(row.getString(2))),
                "SELECT id, record FROM trait");
        Sql.each(
                connection,
                row -> assets.put(row.getLong(1), AssetRecord.read(row.getString(2))),
                "SELECT id, record FROM asset");
        repeated = new Repeated(connection, units, assets, mapping)
                .rows((unit, asset, trait) -> repeatedOf.merge(new Group(unit, asset, trait), 1L, Long::sum));
    }

    Map<Long, StoredUnit> units() {
        return units;
    }

    /** The systems to which findings of each unit belong. */
    Map<Long, Set<String>> holders() throws SQLException {
        located();
        return holders;
    }

    /** How many there are of each kind. */
    List<FindingCount> counts() throws SQLException {
        return counted(mapping.isNone() ? grouped() : located());
    }

    /** Of those that are wanted, place by place. */
    List<FindingCount> counts(Selection selection) throws SQLException {
        Map<Kind, Long> counts = new HashMap<>();
        each(selection, (system, row) -> counts.merge(new Kind(system, row.getLong(3), row.getLong(4)), 1L, Long::sum));
        return counted(counts);
    }

    private List<FindingCount> counted(Map<Kind, Long> counts) {
        List<FindingCount> all = new ArrayList<>();
        counts.forEach((kind, count) ->
                all.add(new FindingCount(kind.system(), assets.get(kind.asset()), traits.get(kind.trait()), count)));
        return all;
    }

    private Map<Kind, Long> grouped() throws SQLException {
        Map<Kind, Long> counts = new HashMap<>();
        Sql.each(
                connection,
                row -> {
                    Group group = new Group(row.getLong(1), row.getLong(2), row.getLong(3));
                    long count = row.getLong(4) - repeatedOf.getOrDefault(group, 0L);
                    if (count > 0) {
                        String system = units.get(group.unit()).system();
                        counts.merge(new Kind(system, group.asset(), group.trait()), count, Long::sum);
                    }
                },
                "SELECT unit, asset, trait, COUNT(*)" + PRESENT + " GROUP BY unit, asset, trait");
        return counts;
    }

    private Map<Kind, Long> located() throws SQLException {
        if (located.isEmpty()) {
            Map<Kind, Long> counts = new HashMap<>();
            Sql.each(
                    connection,
                    row -> {
                        String system = system(row);
                        holders.computeIfAbsent(row.getLong(2), it -> new HashSet<>())
                                .add(system);
                        if (!isRepeated(row)) {
                            counts.merge(new Kind(system, row.getLong(3), row.getLong(4)), 1L, Long::sum);
                        }
                    },
                    "SELECT id, unit, asset, trait, record" + PRESENT);
            located = Optional.of(counts);
        }
        return located.get();
    }

    private boolean isRepeated(ResultSet row) throws SQLException {
        return !repeated.isEmpty() && repeated.get(Math.toIntExact(row.getLong(1)));
    }

    private String system(ResultSet row) throws SQLException {
        StoredUnit unit = units.get(row.getLong(2));
        return mapping.isNone()
                ? unit.system()
                : unit.systemOf(mapping, place(row), Optional.of(assets.get(row.getLong(3))));
    }

    private static String place(ResultSet row) throws SQLException {
        return new RecordReader(row.getString(5)).text();
    }

    /** Those that are wanted, in that order. */
    SpilledFindings sorted(Selection selection, Comparator<AssignedFinding> order, int run) throws SQLException {
        SpilledFindings findings = new SpilledFindings(assets, order, run);
        boolean whole = false;
        try {
            each(selection, (system, row) -> findings.add(system, row.getLong(3), row.getString(5)));
            whole = true;
            return findings.sorted();
        } finally {
            if (!whole) {
                findings.close();
            }
        }
    }

    /** What is done with a row of number, unit, asset, trait and record. */
    private interface OfSystem {
        void accept(String system, ResultSet row) throws SQLException;
    }

    private void each(Selection selection, OfSystem each) throws SQLException {
        Set<Long> ofUnits =
                mapping.isNone() ? chosen(units, it -> selection.systems().test(it.system())) : units.keySet();
        Set<Long> ofAssets = chosen(assets, selection.assets());
        Set<Long> ofTraits = chosen(traits, selection.traits());
        Sql.each(
                connection,
                row -> {
                    boolean wanted = ofTraits.contains(row.getLong(4))
                            && ofAssets.contains(row.getLong(3))
                            && ofUnits.contains(row.getLong(2))
                            && !isRepeated(row)
                            && (selection.places().isEmpty() || selection.acceptsPlace(place(row)));
                    if (wanted) {
                        String system = system(row);
                        if (selection.systems().test(system)) {
                            each.accept(system, row);
                        }
                    }
                },
                "SELECT id, unit, asset, trait, record" + PRESENT + listed("unit", ofUnits, units)
                        + listed("asset", ofAssets, assets) + listed("trait", ofTraits, traits));
    }

    private static <T> Set<Long> chosen(Map<Long, T> all, Predicate<T> wanted) {
        Set<Long> chosen = new HashSet<>();
        all.forEach((id, it) -> {
            if (wanted.test(it)) {
                chosen.add(id);
            }
        });
        return chosen;
    }

    /** A condition, where it leaves anything out and is short; the numbers are the database's own. */
    private static String listed(String column, Set<Long> chosen, Map<Long, ?> all) {
        if (chosen.size() == all.size() || chosen.size() > MOST_LISTED) {
            return "";
        }
        StringBuilder list = new StringBuilder(" AND ").append(column).append(" IN (-1");
        chosen.stream().sorted().forEach(it -> list.append(", ").append(it));
        return list.append(')').toString();
    }
}
