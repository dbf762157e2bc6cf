package dev.shirube.engine;

import dev.shirube.domain.ScanResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes each unit's result as it completes, those of an outermost archive and of all archives in it together; nothing else
 * leaves the scanner. Called by one thread at a time.
 */
@FunctionalInterface
public interface ResultSink {

    /** Keeps the result; when this returns, it must survive the end of the process as far as the sink promises. */
    void accept(ScanResult result);

    /** A sink in memory, for one-off scans and tests. */
    final class InMemory implements ResultSink {
        private final List<ScanResult> results = new ArrayList<>();

        @Override
        public synchronized void accept(ScanResult result) {
            results.add(result);
        }

        /** What has come so far, in the order of units. */
        public synchronized List<ScanResult> results() {
            return results.stream()
                    .sorted(java.util.Comparator.comparing(ScanResult::unit))
                    .toList();
        }
    }
}
