package dev.shirube.endpoint.transport;

/**
 * How many connections may be begun in a second: never more than so many in any second, whenever that begins. A few may
 * be begun at once, so that a late timer loses nothing; what may be saved up is taken off the steady rate.
 *
 * <p>Times are those of a monotonic clock in nanoseconds, and the caller's.
 */
final class TokenBucket {
    private static final long SECOND = 1_000_000_000L;
    /** The part of a second's connections that may be begun at once. */
    private static final int PART = 20;

    private final long interval;
    private final long depth;
    private boolean used;
    /** When the bucket is full again. */
    private long full;

    TokenBucket(int perSecond) {
        int atOnce = Math.max(1, perSecond / PART);
        int steady = perSecond - atOnce + 1;
        interval = (SECOND + steady - 1) / steady;
        depth = (atOnce - 1) * interval;
    }

    /** How long it takes until one may be taken; 0 if one may be now. */
    synchronized long waits(long now) {
        return used ? Math.max(0, full - depth - now) : 0;
    }

    /** Takes one, if one may be taken. */
    synchronized boolean take(long now) {
        if (waits(now) > 0) {
            return false;
        }
        full = (used && full - now > 0 ? full : now) + interval;
        used = true;
        return true;
    }
}
