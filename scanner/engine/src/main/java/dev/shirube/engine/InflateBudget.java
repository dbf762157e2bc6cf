package dev.shirube.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes may still be inflated from one outermost archive and all that is nested in it, and how many archives. */
final class InflateBudget {
    /** More archives than any product ships in one; each costs a few objects even if it is empty. */
    private static final int MOST_ARCHIVES = 50_000;

    private final Limits limits;
    private long announced;
    private final long mostUnannounced;
    private final AtomicLong unannounced;
    private final AtomicInteger archives = new AtomicInteger();

    InflateBudget(Limits limits) {
        this.limits = limits;
        announced = limits.unitBytes();
        // Honest archives announce all they hold: what comes on top need not be as much as they may announce.
        mostUnannounced = Math.min(limits.unitBytes(), 4 * limits.ratioFloor());
        unannounced = new AtomicLong(mostUnannounced);
    }

    /** Takes what an entry announces, unless it is too large to be inflated at all; says whether there was enough. */
    boolean take(long bytes) {
        if (bytes > announced && bytes <= limits.inputBytes()) {
            return false;
        }
        announced -= bytes <= limits.inputBytes() ? Math.max(0, bytes) : 0;
        return true;
    }

    /** Takes one more archive, or refuses it. */
    void takeArchive() throws LimitException {
        if (archives.incrementAndGet() > MOST_ARCHIVES) {
            throw new LimitException("archives=" + MOST_ARCHIVES, "archive " + archives.get());
        }
    }

    /** Takes what an entry held beyond what it announced, so that lies do not make a bomb. */
    boolean takeUnannounced(long bytes) {
        return unannounced.addAndGet(-Math.max(0, bytes)) >= 0;
    }

    /** How many bytes beyond what they announce entries may still hold. */
    long unannounced() {
        return Math.max(0, unannounced.get());
    }

    /** The exception for an entry that held too much beyond what it announced. */
    LimitException exceededUnannounced(long bytes) {
        return new LimitException("unannounced-bytes=" + mostUnannounced, bytes + " bytes more");
    }

    /** The exception for the entry for which there was not enough. */
    LimitException exceeded(long bytes) {
        return new LimitException("unit-bytes=" + limits.unitBytes(), bytes + " bytes more");
    }
}
