package dev.shirube.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an interrupted scan has finished, so that it can go on from there. */
public interface ScanJournal {

    /** Whether that unit's results are committed. */
    boolean finished(String unit);

    /** Notes that they are; called after the sink has taken them. */
    void finish(String unit);

    /** What was recorded of a unit that is not finished, in the order in which it was; nothing of any other. */
    List<byte[]> recorded(String unit);

    /**
     * Keeps a part of what a recorded unit is made of, so that a scan which goes on need not ask for it again. When this
     * returns, it must survive the end of the process as far as the journal promises.
     */
    void record(String unit, byte[] part);

    /** A journal in memory: a scan that starts from nothing. */
    final class InMemory implements ScanJournal {
        private final Set<String> units = ConcurrentHashMap.newKeySet();
        private final Map<String, List<byte[]>> parts = new ConcurrentHashMap<>();

        @Override
        public boolean finished(String unit) {
            return units.contains(unit);
        }

        @Override
        public void finish(String unit) {
            units.add(unit);
            parts.remove(unit);
        }

        @Override
        public List<byte[]> recorded(String unit) {
            return List.copyOf(parts.getOrDefault(unit, List.of()));
        }

        @Override
        public void record(String unit, byte[] part) {
            parts.computeIfAbsent(unit, it -> new CopyOnWriteArrayList<>()).add(part);
        }
    }
}
