package dev.shirube.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The snapshots of a store: all of them, and the one that a user means. */
final class Snapshots {

    private static final String LATEST = "latest";

    private Snapshots() {}

    /** All of them, in their order. */
    static List<Snapshot> all(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                row -> new Snapshot(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        new RecordReader(row.getString(4)).texts(),
                        LocalDate.parse(row.getString(5)),
                        new SnapshotOrigin(
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                new RecordReader(row.getString(10)).text(),
                                new RecordReader(row.getString(11)).text()),
                        row.getInt(6) == 1),
                "SELECT number, name, system, targets, as_of, complete, tool_version, catalogue_digest, registry_digest,"
                        + " configuration, scope FROM snapshot ORDER BY number");
    }

    /**
     * All of them, with how many findings the system of each had then. A finding is of its snapshot's system, so the ranges
     * in which findings came and went are enough, and no finding is read.
     */
    static List<SnapshotSize> sizes(Connection connection) throws SQLException {
        Map<Long, Long> changes = new HashMap<>();
        Sql.each(
                connection,
                row -> changes.merge(row.getLong(1), row.getLong(2), Long::sum),
                "SELECT first_snapshot, COUNT(*) FROM finding GROUP BY first_snapshot");
        Sql.each(
                connection,
                row -> changes.merge(row.getLong(1), -row.getLong(2), Long::sum),
                "SELECT until_snapshot, COUNT(*) FROM finding WHERE until_snapshot IS NOT NULL GROUP BY until_snapshot");
        Map<String, Long> present = new HashMap<>();
        return all(connection).stream()
                .map(it -> new SnapshotSize(
                        it, present.merge(it.system(), changes.getOrDefault(it.number(), 0L), Long::sum)))
                .toList();
    }

    /** Refuses a name that a snapshot has. */
    static void checkNew(Connection connection, String store, String name) throws SQLException {
        if (Sql.number(connection, "SELECT COUNT(*) FROM snapshot WHERE name = ?", name) > 0) {
            throw StoreFault.NAME_TAKEN.at(store, name);
        }
    }

    /** Notes that a scan begins; what an earlier one of the same targets left unfinished is forgotten. */
    static Snapshot begin(
            Connection connection,
            String store,
            String system,
            List<String> targets,
            LocalDate asOf,
            SnapshotOrigin origin,
            Optional<String> name)
            throws SQLException {
        long number = Sql.number(connection, "SELECT COALESCE(MAX(number), 0) + 1 FROM snapshot");
        String named = name.orElse(system + "@" + asOf + "#" + number);
        checkNew(connection, store, named);
        Snapshot snapshot = new Snapshot(number, named, system, targets, asOf, origin, false);
        Parts.forgetOlder(connection, system, targets(targets));
        add(connection, snapshot);
        return snapshot;
    }

    private static void add(Connection connection, Snapshot snapshot) throws SQLException {
        SnapshotOrigin origin = snapshot.origin();
        Sql.update(
                connection,
                "INSERT INTO snapshot (number, name, system, targets, as_of, complete, tool_version, catalogue_digest,"
                        + " registry_digest, configuration, scope) VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
                snapshot.number(),
                snapshot.name(),
                snapshot.system(),
                targets(snapshot.targets()),
                snapshot.asOf().toString(),
                origin.toolVersion(),
                origin.catalogueDigest(),
                origin.registryDigest(),
                RecordWriter.escaped(origin.configuration()),
                RecordWriter.escaped(origin.scope()));
    }

    /** The stored form of targets. */
    static String targets(List<String> targets) {
        return new RecordWriter().texts(targets).toString();
    }

    /**
     * The one that a user means, by the first of these that fits: its whole name; its number, with or without {@code #};
     * {@code latest}; a system, {@code SYSTEM@latest} or {@code SYSTEM@DATE}. Of several the latest complete one, since an
     * interrupted scan says nothing of what it did not reach; by name and number any.
     */
    static Optional<Snapshot> find(List<Snapshot> snapshots, String text) {
        Optional<Snapshot> named = last(snapshots, it -> it.name().equals(text));
        if (named.isEmpty()) {
            String number = text.startsWith("#") ? text.substring(1) : text;
            named = last(snapshots, it -> Long.toString(it.number()).equals(number));
        }
        return named.isPresent() ? named : last(snapshots, it -> it.complete() && isMeant(it, text));
    }

    private static boolean isMeant(Snapshot snapshot, String text) {
        String system = snapshot.system();
        return text.equals(LATEST)
                || text.equals(system)
                || text.equals(system + "@" + LATEST)
                || text.equals(system + "@" + snapshot.asOf());
    }

    private static Optional<Snapshot> last(List<Snapshot> snapshots, Predicate<Snapshot> condition) {
        return snapshots.stream().filter(condition).reduce((earlier, later) -> later);
    }
}
