package dev.shirube.store;

import dev.shirube.domain.Diagnostic;
import dev.shirube.store.UnitWriter.Unseen;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units of two states: between which snapshots each is compared, and what of it was looked at again in between. */
final class ComparedUnits {

    /**
     * One unit.
     *
     * @param lookedBefore whether its target had been looked at in the first state: a unit that is new in it was not there
     */
    record Unit(String system, String target, Windows.Window window, boolean lookedBefore) {}

    private record Target(String system, String target) {}

    private final Map<Long, Unit> units = new HashMap<>();
    private final Set<Long> again = new HashSet<>();
    private final Map<Long, Unseen> unseen = new HashMap<>();
    private final Set<String> systemsAgain = new HashSet<>();

    /** Reads them; {@code system} empty for all. */
    static ComparedUnits read(Connection connection, Windows windows, Optional<String> system) throws SQLException {
        ComparedUnits it = new ComparedUnits();
        it.units(connection, windows, system);
        it.scans(connection, windows.widest());
        it.remarks(connection, windows.widest());
        return it;
    }

    private void units(Connection connection, Windows windows, Optional<String> system) throws SQLException {
        Map<Target, Long> firstScans = new HashMap<>();
        Sql.each(
                connection,
                row -> firstScans.merge(
                        new Target(row.getString(1), new RecordReader(row.getString(2)).text()),
                        row.getLong(3),
                        Math::min),
                "SELECT u.system, u.target, MIN(s.snapshot) FROM unit_scan s JOIN unit u ON u.id = s.unit"
                        + " GROUP BY u.system, u.target");
        Sql.each(
                connection,
                row -> {
                    Target target = new Target(row.getString(2), new RecordReader(row.getString(3)).text());
                    if (system.isPresent() && !system.get().equals(target.system())) {
                        return;
                    }
                    long id = row.getLong(1);
                    windows.of(target.system(), target.target())
                            .ifPresent(window -> units.put(
                                    id,
                                    new Unit(
                                            target.system(),
                                            target.target(),
                                            window,
                                            firstScans.getOrDefault(target, Long.MAX_VALUE) <= window.from())));
                },
                "SELECT id, system, target FROM unit");
    }

    private void scans(Connection connection, Windows.Window widest) throws SQLException {
        Sql.each(
                connection,
                row -> {
                    Unit unit = units.get(row.getLong(1));
                    if (unit != null && unit.window().holds(row.getLong(2))) {
                        again.add(row.getLong(1));
                        systemsAgain.add(unit.system());
                    }
                },
                "SELECT unit, snapshot FROM unit_scan WHERE snapshot > ? AND snapshot <= ?",
                widest.from(),
                widest.to());
    }

    /** What the last look at each unit could not see. */
    private void remarks(Connection connection, Windows.Window widest) throws SQLException {
        Map<Long, List<Diagnostic>> failures = new HashMap<>();
        Set<Long> filtered = new HashSet<>();
        Sql.each(
                connection,
                row -> {
                    long id = row.getLong(1);
                    Unit unit = units.get(id);
                    long until = until(row.getLong(5), row.wasNull());
                    if (!again.contains(id) || !unit.window().inSecond(row.getLong(4), until)) {
                        return;
                    }
                    if (row.getString(2).equals(UnitWriter.DIAGNOSTIC)) {
                        failures.computeIfAbsent(id, it -> new ArrayList<>())
                                .add(FindingRecord.diagnostic(row.getString(3)));
                    } else if (Unseen.excludes(FindingRecord.coverage(row.getString(3)))) {
                        filtered.add(id);
                    }
                },
                "SELECT unit, kind, record, first_snapshot, until_snapshot FROM remark WHERE kind IN (?, ?)"
                        + " AND first_snapshot <= ?",
                UnitWriter.DIAGNOSTIC,
                UnitWriter.COVERAGE,
                widest.to());
        for (long id : again) {
            Unseen those = new Unseen(filtered.contains(id), Unseen.failures(failures.getOrDefault(id, List.of())));
            if (those.all() || !those.locations().isEmpty()) {
                unseen.put(id, those);
            }
        }
    }

    /** The end of an interval; an open one never ends. */
    static long until(long value, boolean open) {
        return open ? Long.MAX_VALUE : value;
    }

    /** The unit of that row; nothing for one that is not compared. */
    Optional<Unit> unit(long id) {
        return Optional.ofNullable(units.get(id));
    }

    /** All units that are compared. */
    Set<Long> ids() {
        return units.keySet();
    }

    /** Whether the second state looked at the unit again, at least in part. */
    boolean lookedAgain(long id) {
        return again.contains(id);
    }

    /** Whether the second state looked at the unit again, but not at all of it. */
    boolean seenInPart(long id) {
        return unseen.containsKey(id);
    }

    /** Whether the second state looked at that place of the unit again. */
    boolean lookedAgain(long id, String location) {
        Unseen hidden = unseen.get(id);
        return again.contains(id) && (hidden == null || !hidden.test(location));
    }

    /** Notes that something of the system was looked at again, to which a mapping assigns it. */
    void noteAgain(String system) {
        systemsAgain.add(system);
    }

    /** Whether anything of the system was looked at again. */
    boolean lookedAgain(String system) {
        return systemsAgain.contains(system);
    }
}
