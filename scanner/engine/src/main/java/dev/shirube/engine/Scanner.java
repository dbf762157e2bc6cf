package dev.shirube.engine;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The walk: a target becomes units, units become inputs, inputs become findings, and every end of the way is counted.
 *
 * <p>The only place that catches what a detector throws. Results do not depend on the number of threads or on the order
 * in which inputs are read.
 */
public final class Scanner {

    private final List<TargetReader> readers;
    private final Supplier<DetectorList> detectors;
    private final Supplier<DetectorList> ofHistory;

    /** A scanner with these readers and detectors, asked in this order. */
    public Scanner(List<TargetReader> readers, List<Detector> detectors) {
        this(readers, () -> detectors);
    }

    /** The same, with detectors that are made when the first input is there to be looked at. */
    public Scanner(List<TargetReader> readers, Supplier<List<Detector>> detectors) {
        this.readers = List.copyOf(readers);
        this.detectors = new Memoised<>(() -> new DetectorList(detectors.get()));
        this.ofHistory = new Memoised<>(() -> this.detectors.get().ofHistory());
    }

    /**
     * Scans one target; every unit's result goes to the sink as it completes.
     *
     * @throws TargetException when the target does not exist or no reader knows it
     * @throws IOException when the target cannot be opened at all
     */
    public void scan(ScanTarget target, ScanContext context, ResultSink sink) throws IOException, TargetException {
        scan(target, context, sink, new ScanJournal.InMemory());
    }

    /**
     * Scans one target, passing over the units that the journal calls finished. A unit in which the scan was stopped is
     * not handed over and not finished; an outermost archive is finished with all archives in it, or not at all.
     *
     * @param journal of this target alone: units are told apart by their location
     * @throws TargetException when the target does not exist or no reader knows it
     * @throws IOException when the target cannot be opened at all
     */
    public void scan(ScanTarget target, ScanContext context, ResultSink sink, ScanJournal journal)
            throws IOException, TargetException {
        scan(target, context, sink, journal, ScanCache.NONE);
    }

    /**
     * Scans one target in the same way, but takes from the cache what earlier scans saw and what cannot have changed; the
     * results are the same.
     *
     * @param cache of this target alone
     * @throws TargetException when the target does not exist or no reader knows it
     * @throws IOException when the target cannot be opened at all
     */
    public void scan(ScanTarget target, ScanContext context, ResultSink sink, ScanJournal journal, ScanCache cache)
            throws IOException, TargetException {
        Objects.requireNonNull(sink);
        TargetReader reader = reader(target);
        try (Workers workers = new Workers(context.threads())) {
            UnitWalk present = new UnitWalk(context, detectors, journal, cache, sink, workers);
            UnitWalk past = new UnitWalk(context, ofHistory, journal, cache, sink, workers);
            reader.read(target, context, journal, unit -> (unit.history() ? past : present).scan(unit));
        }
    }

    private TargetReader reader(ScanTarget target) throws TargetException {
        for (TargetReader reader : readers) {
            if (reader.reads(target)) {
                return reader;
            }
        }
        throw new TargetException(
                "Nothing here reads the target " + target.text() + ". Name a file, a directory or a repository.",
                "対象 " + target.text() + " を読み取る機能がありません。ファイル・ディレクトリ・リポジトリを指定してください。");
    }
}
