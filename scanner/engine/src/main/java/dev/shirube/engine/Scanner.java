package dev.shirube.engine;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The walk: a target becomes units, units become inputs, inputs become findings, and every end of the way is counted.
 *
 * <p>The only place that catches what a detector throws. Results do not depend on the number of threads or on the order
 * in which inputs are read.
 */
public final class Scanner {

    private final List<TargetReader> readers;
    private final List<Detector> detectors;

    /** A scanner with these readers and detectors, asked in this order. */
    public Scanner(List<TargetReader> readers, List<Detector> detectors) {
        this.readers = List.copyOf(readers);
        this.detectors = List.copyOf(detectors);
    }

    /**
     * Scans one target; every unit's result goes to the sink as it completes.
     *
     * @throws TargetException when the target does not exist or no reader knows it
     * @throws IOException when the target cannot be opened at all
     */
    public void scan(ScanTarget target, ScanContext context, ResultSink sink) throws IOException, TargetException {
        Objects.requireNonNull(sink);
        throw new UnsupportedOperationException("to be written: " + readers + detectors + target + context);
    }
}
