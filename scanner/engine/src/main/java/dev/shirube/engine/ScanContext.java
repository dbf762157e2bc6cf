package dev.shirube.engine;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the caller set for one scan: bounds, threads, filter, secrets, and the wish to stop.
 *
 * @param asOf the date that results are stated for; nothing reads the clock
 */
public record ScanContext(
        LocalDate asOf,
        Limits limits,
        int threads,
        PathFilter filter,
        Passwords passwords,
        ScanListener listener,
        AtomicBoolean cancelled) {

    /** Refuses null and less than one thread. */
    public ScanContext {
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(filter);
        Objects.requireNonNull(passwords);
        Objects.requireNonNull(listener);
        Objects.requireNonNull(cancelled);
        if (threads < 1) {
            throw new IllegalArgumentException("A scan needs at least one thread, not " + threads);
        }
    }

    /** The ordinary settings, stated for that date, on one thread. */
    public static ScanContext standard(LocalDate asOf) {
        return new ScanContext(
                asOf, Limits.STANDARD, 1, PathFilter.ALL, Passwords.NONE, ScanListener.SILENT, new AtomicBoolean());
    }

    /** The same settings on that many threads. */
    public ScanContext withThreads(int value) {
        return new ScanContext(asOf, limits, value, filter, passwords, listener, cancelled);
    }

    /** The same settings with those limits. */
    public ScanContext withLimits(Limits value) {
        return new ScanContext(asOf, value, threads, filter, passwords, listener, cancelled);
    }

    /** The same settings with that filter. */
    public ScanContext withFilter(PathFilter value) {
        return new ScanContext(asOf, limits, threads, value, passwords, listener, cancelled);
    }

    /** The same settings with those passwords. */
    public ScanContext withPasswords(Passwords value) {
        return new ScanContext(asOf, limits, threads, filter, value, listener, cancelled);
    }

    /** The same settings, telling that listener. */
    public ScanContext withListener(ScanListener value) {
        return new ScanContext(asOf, limits, threads, filter, passwords, value, cancelled);
    }

    /** Whether the caller wants the scan to stop; what is committed stays. */
    public boolean stopRequested() {
        return cancelled.get();
    }
}
