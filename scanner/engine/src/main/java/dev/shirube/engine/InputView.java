package dev.shirube.engine;

import java.io.IOException;

/** Something read from one input, of which those who look at the input share one; it must be immutable. */
@FunctionalInterface
public interface InputView<T> {
    /**
     * Reads it; a pure function of the input's bytes.
     *
     * @throws IOException when the bytes cannot be read
     */
    T of(ScanInput input) throws IOException;
}
