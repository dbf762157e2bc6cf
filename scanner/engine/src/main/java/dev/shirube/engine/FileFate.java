package dev.shirube.engine;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Outcome;
import java.util.List;

/** What becomes of one file of a unit, all detectors together: counted once, when the last of them has answered. */
final class FileFate {
    /** Of an input that is no file of its own, or that was counted before: nothing is counted. */
    static final FileFate NONE = new FileFate(null, 0);

    /** What says more of a file comes first: that a part of it failed, that a detector read it, that all searched it. */
    private static final List<Outcome> FIRST = List.of(Outcome.FAILED, Outcome.READ, Outcome.NO_ANCHOR);

    private final InputLog log;
    private final long bytes;
    private Outcome outcome = Outcome.NOT_READ;
    private int awaited = 1;

    private FileFate(InputLog log, long bytes) {
        this.log = log;
        this.bytes = bytes;
    }

    /** The fate of a file; a conversation is none. */
    static FileFate of(ScanInput file, InputLog log) {
        return file.recorded() ? NONE : new FileFate(log, Math.max(0, file.size()));
    }

    /** Takes in to which end it came at one detector. */
    synchronized void add(Outcome one) {
        int before = FIRST.indexOf(outcome);
        int now = FIRST.indexOf(one);
        if (now >= 0 && (before < 0 || now < before)) {
            outcome = one;
        }
    }

    /** Notes that one more answer is to be awaited. */
    synchronized void await() {
        awaited++;
    }

    /** Notes that one answer less is to be awaited. */
    synchronized void done() {
        if (--awaited == 0 && log != null) {
            log.count(Coverage.FILE, outcome, bytes);
        }
    }
}
