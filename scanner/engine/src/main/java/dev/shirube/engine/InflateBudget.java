package dev.shirube.engine;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes may still be inflated from one outermost archive and all that is nested in it. */
final class InflateBudget {
    private final Limits limits;
    private long announced;
    private final AtomicLong unannounced;

    InflateBudget(Limits limits) {
        this.limits = limits;
        announced = limits.unitBytes();
        unannounced = new AtomicLong(limits.unitBytes());
    }

    /** Takes what an entry announces, unless it is too large to be inflated at all; says whether there was enough. */
    boolean take(long bytes) {
        if (bytes > announced && bytes <= limits.inputBytes()) {
            return false;
        }
        announced -= bytes <= limits.inputBytes() ? Math.max(0, bytes) : 0;
        return true;
    }

    /** Takes what an entry held beyond what it announced, so that lies do not make a bomb. */
    boolean takeUnannounced(long bytes) {
        return unannounced.addAndGet(-Math.max(0, bytes)) >= 0;
    }

    /** The exception for the entry for which there was not enough. */
    LimitException exceeded(long bytes) {
        return new LimitException("unit-bytes=" + limits.unitBytes(), bytes + " bytes more");
    }
}
