package dev.shirube.engine;

import dev.shirube.domain.ScanResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Results of units whose bytes, detectors and limits have not changed since they were last looked at. */
public interface ScanCache {

    /** Remembers nothing. */
    ScanCache NONE = new ScanCache() {
        @Override
        public Optional<ScanResult> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, ScanResult result) {}
    };

    /** The result under that key: a digest of content, detector versions and limits. */
    Optional<ScanResult> find(String key);

    /** Keeps a result under that key. */
    void keep(String key, ScanResult result);

    /** A cache in memory. */
    final class InMemory implements ScanCache {
        private final Map<String, ScanResult> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<ScanResult> find(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(String key, ScanResult result) {
            kept.put(key, result);
        }
    }
}
