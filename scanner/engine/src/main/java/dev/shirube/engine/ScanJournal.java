package dev.shirube.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What an interrupted scan has finished, so that it can go on from there. */
public interface ScanJournal {

    /** Whether that unit's results are committed. */
    boolean finished(String unit);

    /** Notes that they are; called after the sink has taken them. */
    void finish(String unit);

    /** A journal in memory: a scan that starts from nothing. */
    final class InMemory implements ScanJournal {
        private final Set<String> units = ConcurrentHashMap.newKeySet();

        @Override
        public boolean finished(String unit) {
            return units.contains(unit);
        }

        @Override
        public void finish(String unit) {
            units.add(unit);
        }
    }
}
