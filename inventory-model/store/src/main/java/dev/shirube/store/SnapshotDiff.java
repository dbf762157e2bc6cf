package dev.shirube.store;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.diff.DiffBuilder;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.diff.Looked;
import dev.shirube.domain.diff.Standing;
import dev.shirube.domain.diff.SystemRows;
import dev.shirube.domain.mapping.SystemMapping;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares two states of the store by the intervals of their rows: only rows that begin or end between the two are read as
 * findings; of what stands in both no more than what is counted.
 */
final class SnapshotDiff {

    private final Connection connection;
    private final Windows windows;
    private final Optional<String> system;
    private final boolean listUnseen;
    private final SystemMapping mapping;
    private final ComparedUnits units;
    private final Judges judges;
    private final Map<String, Map<Standing, Long>> standing = new HashMap<>();
    private final Map<String, List<Finding>> unseen = new HashMap<>();
    private final Set<String> inFirst = new TreeSet<>();
    private final Set<String> inSecond = new TreeSet<>();

    /** Findings of targets that were never looked at in the first state; by identity, since each is read once. */
    private final Set<Finding> firstLook = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Where the mapping moves nothing, only units of the wanted system are looked at; otherwise all of them. */
    SnapshotDiff(
            Connection connection, Windows windows, Optional<String> system, boolean listUnseen, SystemMapping mapping)
            throws SQLException {
        this.connection = connection;
        this.windows = windows;
        this.system = system;
        this.listUnseen = listUnseen;
        this.mapping = mapping;
        this.units = ComparedUnits.read(connection, windows, system.filter(it -> mapping.isNone()));
        this.judges = new Judges(Snapshots.all(connection), windows);
    }

    InventoryDiff diff() throws SQLException {
        DiffBuilder builder = new DiffBuilder(looked(), AlgorithmRegistry.standard());
        StandingRows rows = new StandingRows(connection, windows, units, listUnseen, mapping);
        standing.putAll(rows.count());
        unseen.putAll(rows.unseen());
        changed(builder);
        new TreeSet<>(standing.keySet()).forEach(it -> add(builder, it, new Both()));
        systems(builder);
        return builder.build();
    }

    /** Rows of the changes of one system after another. */
    private void changed(DiffBuilder builder) throws SQLException {
        Windows.Window widest = windows.widest();
        Pending pending = new Pending(builder);
        // One range for each index; a condition with OR would have the database look at every row.
        Sql.each(
                connection,
                pending::take,
                "SELECT f.unit, f.first_snapshot, f.until_snapshot, a.record, f.record, u.system FROM ("
                        + "SELECT id FROM finding WHERE first_snapshot > ? AND first_snapshot <= ? UNION "
                        + "SELECT id FROM finding WHERE until_snapshot > ? AND until_snapshot <= ?) r"
                        + " JOIN finding f ON f.id = r.id JOIN unit u ON u.id = f.unit JOIN asset a ON a.id = f.asset"
                        + " ORDER BY u.system",
                widest.from(),
                widest.to(),
                widest.from(),
                widest.to());
        pending.flush();
    }

    /** What only one of the two states has. */
    private static final class Both {
        private final List<Finding> before = new ArrayList<>();
        private final List<Finding> after = new ArrayList<>();
    }

    /** The changes of the system that is being read; where a mapping moves findings, of all systems. */
    private final class Pending {
        private final DiffBuilder builder;
        private final Map<String, Both> all = new TreeMap<>();
        private String current = "";

        Pending(DiffBuilder builder) {
            this.builder = builder;
        }

        void take(ResultSet row) throws SQLException {
            Optional<ComparedUnits.Unit> unit = units.unit(row.getLong(1));
            if (unit.isEmpty()) {
                return;
            }
            if (mapping.isNone() && !current.equals(row.getString(6))) {
                flush();
                current = row.getString(6);
            }
            Windows.Window window = unit.get().window();
            long first = row.getLong(2);
            long until = ComparedUnits.until(row.getLong(3), row.wasNull());
            if (window.inFirst(first, until) == window.inSecond(first, until)) {
                return;
            }
            Finding finding = FindingRecord.read(AssetRecord.read(row.getString(4)), row.getString(5));
            Both both = all.computeIfAbsent(system(unit.get(), finding), it -> new Both());
            (window.inFirst(first, until) ? both.before : both.after).add(finding);
            if (!unit.get().lookedBefore()) {
                firstLook.add(finding);
            }
        }

        void flush() {
            all.forEach((id, both) -> add(builder, id, both));
            all.clear();
        }
    }

    private String system(ComparedUnits.Unit unit, Finding finding) {
        String of = mapping.systemOf(
                unit.system(), unit.target(), finding.occurrence().location(), Optional.of(finding.asset()));
        units.noteAgain(of); // what begins or ends was looked at
        return of;
    }

    /** Hands over all that is known of a system, and forgets it. */
    private void add(DiffBuilder builder, String id, Both both) {
        Map<Standing, Long> alike = standing.remove(id);
        List<Finding> notSeen = unseen.remove(id);
        if (!wanted(id)) {
            return;
        }
        if (alike != null || !both.before.isEmpty()) {
            inFirst.add(id);
        }
        if (alike != null || !both.after.isEmpty()) {
            inSecond.add(id);
        }
        builder.add(new SystemRows(
                id, both.before, both.after, alike == null ? Map.of() : alike, notSeen == null ? List.of() : notSeen));
    }

    private void systems(DiffBuilder builder) throws SQLException {
        Map<String, InformationSystem> register = new TreeMap<>();
        for (InformationSystem it : Registers.systems(connection)) {
            if (wanted(it.id())) {
                register.put(it.id(), it);
            }
        }
        Set<String> before = new TreeSet<>(register.keySet());
        Set<String> after = new TreeSet<>(register.keySet());
        before.addAll(inFirst);
        after.addAll(inSecond);
        for (Snapshot it : Snapshots.all(connection)) {
            if (wanted(it.system())) {
                for (String target : it.targets()) {
                    Optional<Windows.Window> window = windows.of(it.system(), target);
                    window.filter(w -> it.number() <= w.from()).ifPresent(w -> before.add(it.system()));
                    window.filter(w -> it.number() <= w.to()).ifPresent(w -> after.add(it.system()));
                }
            }
        }
        builder.systems(register, before, register, after);
    }

    private boolean wanted(String id) {
        return system.isEmpty() || system.get().equals(id);
    }

    private Looked looked() {
        return new Looked() {
            @Override
            public boolean before(AssignedFinding finding) {
                return !firstLook.contains(finding.finding());
            }

            @Override
            public boolean after(AssignedFinding finding) {
                return true; // what was not looked at again stands in both states
            }

            @Override
            public boolean system(String id) {
                return units.lookedAgain(id);
            }

            @Override
            public Tools tools(String id) {
                return judges.tools(id);
            }
        };
    }
}
