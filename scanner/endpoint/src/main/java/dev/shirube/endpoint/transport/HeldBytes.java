package dev.shirube.endpoint.transport;

import java.util.concurrent.atomic.AtomicLong;

/** How many received bytes wait to be handed over, so that many servers that send much do not fill the heap. */
final class HeldBytes {
    private final AtomicLong held = new AtomicLong();
    private final long plenty;

    /**
     * A count of nothing.
     *
     * @param plenty bytes from which on they are scarce
     */
    HeldBytes(long plenty) {
        this.plenty = plenty;
    }

    /** For this process: what was received is held once as bytes and up to twice as what was understood of it. */
    static HeldBytes ofHeap() {
        return new HeldBytes(Runtime.getRuntime().maxMemory() / 10);
    }

    void add(long bytes) {
        held.addAndGet(bytes);
    }

    /** Whether nothing new should be begun, and nobody be listened to for long. */
    boolean scarce() {
        return held.get() > plenty;
    }
}
