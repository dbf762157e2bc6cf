package dev.shirube.engine;

/** Something read from the bytes of one input, of which those who look at the input share one; it must be immutable. */
public interface InputView<T> {
    /** Reads it; a pure function of the bytes. */
    T of(byte[] bytes);
}
