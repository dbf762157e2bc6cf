package dev.shirube.engine;

import dev.shirube.domain.ScanResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What earlier scans of one target saw (docs/adr/0012). A key stands for all that decides what a scan says of equal bytes:
 * detectors, their versions, limits, filter. Whatever is missing is looked at; what cannot be kept is not.
 */
public interface ScanCache {

    /** Remembers nothing. */
    ScanCache NONE = new ScanCache() {
        @Override
        public boolean keeps() {
            return false;
        }

        @Override
        public long moment() {
            return 0;
        }

        @Override
        public Optional<UnitRecord> unit(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, UnitRecord unit) {}

        @Override
        public Optional<List<ScanResult>> archive(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, List<ScanResult> archive) {}
    };

    /** Whether it keeps anything, so that it is worth to note it. */
    default boolean keeps() {
        return true;
    }

    /** Whether files that seem unchanged are to be read nevertheless. */
    default boolean rehash() {
        return false;
    }

    /** The present time, in milliseconds since 1970, by the clock that dates changes of the scanned files. */
    long moment();

    /** What was kept of a unit of loose files. */
    Optional<UnitRecord> unit(String key);

    /** Keeps what was seen of a unit of loose files. */
    void keep(String key, UnitRecord unit);

    /** What was kept of an archive and all archives in it. */
    Optional<List<ScanResult>> archive(String key);

    /** Keeps what was seen of an archive and all archives in it. */
    void keep(String key, List<ScanResult> archive);

    /** A cache in memory, which never forgets. */
    final class InMemory implements ScanCache {
        private final Map<String, UnitRecord> units = new ConcurrentHashMap<>();
        private final Map<String, List<ScanResult>> archives = new ConcurrentHashMap<>();
        private final boolean rehash;

        /** An empty cache. */
        public InMemory() {
            this(false);
        }

        private InMemory(boolean rehash) {
            this.rehash = rehash;
        }

        /** What is in this cache now, for a scan that reads all files. */
        public InMemory rehashing() {
            InMemory copy = new InMemory(true);
            copy.units.putAll(units);
            copy.archives.putAll(archives);
            return copy;
        }

        @Override
        public boolean rehash() {
            return rehash;
        }

        /** After all changes: what is in memory was not written to by another process. */
        @Override
        public long moment() {
            return Long.MAX_VALUE;
        }

        @Override
        public Optional<UnitRecord> unit(String key) {
            return Optional.ofNullable(units.get(key));
        }

        @Override
        public void keep(String key, UnitRecord unit) {
            units.put(key, unit);
        }

        @Override
        public Optional<List<ScanResult>> archive(String key) {
            return Optional.ofNullable(archives.get(key));
        }

        @Override
        public void keep(String key, List<ScanResult> archive) {
            archives.put(key, List.copyOf(archive));
        }
    }
}
