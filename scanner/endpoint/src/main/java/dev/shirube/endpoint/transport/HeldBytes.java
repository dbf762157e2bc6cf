package dev.shirube.endpoint.transport;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many received bytes wait to be handed over, so that many servers that send much do not fill the heap: what was
 * received is held as bytes, as what was understood of it, and while it is recorded as text.
 */
final class HeldBytes {
    private static final int HELD_PART = 16;
    private static final int TARGET_PART = 64;
    private static final long TARGET_LEAST = 1 << 20;
    /** A whole enumeration of a server with large certificates has its place in it. */
    private static final long TARGET_MOST = 8 << 20;

    private final AtomicLong held = new AtomicLong();
    private final long heap;

    /** A count of nothing, in that many bytes of heap. */
    HeldBytes(long heap) {
        this.heap = heap;
    }

    void add(long bytes) {
        held.addAndGet(bytes);
    }

    /** Whether no other target should be begun. */
    boolean plenty() {
        return held.get() > heap / HELD_PART;
    }

    /** Whether targets that were begun should be ended one by one. */
    boolean scarce() {
        return held.get() > 2 * (heap / HELD_PART);
    }

    /** What is taken from one target in all its connections. */
    long perTarget() {
        return Math.max(TARGET_LEAST, Math.min(TARGET_MOST, heap / TARGET_PART));
    }

    /** How many connections at once may take more than a little, each up to that many bytes; some copies are made of them. */
    int large(int connectionBytes) {
        return (int) Math.max(2, Math.min(1 << 16, heap / HELD_PART / connectionBytes));
    }
}
