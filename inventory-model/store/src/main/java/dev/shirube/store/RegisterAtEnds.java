package dev.shirube.store;

import dev.shirube.domain.InformationSystem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was declared of each system at the two ends of its window: the register that was in force when the snapshot of that end
 * began. A system that has no first state of its own is taken as declared at the second one, so that nothing of it changed.
 */
final class RegisterAtEnds {

    private final Connection connection;
    private final Map<Long, Map<String, InformationSystem>> registers = new HashMap<>();
    private final Map<String, Windows.Window> ends = new HashMap<>();
    private final Windows.Window all;

    RegisterAtEnds(Connection connection, Windows windows) throws SQLException {
        this.connection = connection;
        Windows.Window[] both = {new Windows.Window(0, windows.widest().to())};
        for (Snapshot it : Snapshots.all(connection)) {
            for (String target : it.targets()) {
                windows.of(it.system(), target)
                        .filter(window -> window.from() > 0)
                        .ifPresent(window -> {
                            ends.merge(it.system(), window, RegisterAtEnds::both);
                            both[0] = both(both[0], window);
                        });
            }
        }
        all = both[0];
    }

    private static Windows.Window both(Windows.Window one, Windows.Window other) {
        long from = one.from() == 0 ? other.from() : Math.min(one.from(), other.from());
        return new Windows.Window(from, Math.max(one.to(), other.to()));
    }

    /** At the first end, by id. */
    Map<String, InformationSystem> before() throws SQLException {
        Map<String, InformationSystem> before = new TreeMap<>();
        for (String id : at(all.to()).keySet()) {
            Windows.Window window = ends.getOrDefault(id, all);
            put(before, id, window.from() == 0 ? window.to() : window.from());
        }
        return before;
    }

    /** At the second end, by id. */
    Map<String, InformationSystem> after() throws SQLException {
        Map<String, InformationSystem> after = new TreeMap<>();
        for (String id : at(all.to()).keySet()) {
            put(after, id, ends.getOrDefault(id, all).to());
        }
        return after;
    }

    private void put(Map<String, InformationSystem> into, String id, long snapshot) throws SQLException {
        InformationSystem system = at(snapshot).get(id);
        if (system != null) {
            into.put(id, system);
        }
    }

    private Map<String, InformationSystem> at(long snapshot) throws SQLException {
        Map<String, InformationSystem> register = registers.get(snapshot);
        if (register == null) {
            List<InformationSystem> systems = Registers.inForce(connection, snapshot);
            register = new TreeMap<>();
            for (InformationSystem it : systems) {
                register.put(it.id(), it);
            }
            registers.put(snapshot, register);
        }
        return register;
    }
}
