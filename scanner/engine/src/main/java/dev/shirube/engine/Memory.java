package dev.shirube.engine;

import java.io.IOException;

/**
 * The heap as a bound like any other: what has no room in it is told of and left out, and the scan goes on. What was held for
 * it is free again once the error is thrown.
 */
final class Memory {
    private static final long STEP = 16L << 20;

    private Memory() {}

    /** Something that takes as much memory as the input has. */
    @FunctionalInterface
    interface Reading<T> {
        /** Reads it. */
        T read() throws IOException;
    }

    /** Runs the reading of something of so many bytes. */
    static <T> T bounded(long bytes, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (OutOfMemoryError e) {
            throw exceeded(bytes + " bytes");
        }
    }

    /** The exception for what had no room. */
    static LimitException exceeded(String reached) {
        return new LimitException("heap=" + Runtime.getRuntime().maxMemory(), reached);
    }

    /** The largest input that is read whole: a third of the heap, since what looks at it may make a copy. */
    static long largestInput(long most) {
        return Math.max(STEP, Math.min(most, Runtime.getRuntime().maxMemory() / 3 / STEP * STEP));
    }
}
