package dev.shirube.endpoint.codec;

/**
 * One server's answer to one hello, taken in pieces of any size until it is {@link #finished}. No exception leaves it, and
 * it holds no more than the bounds of its readers.
 */
public interface Flight {
    /** Takes the next bytes; those after the end of the flight are not looked at. */
    void read(byte[] bytes, int from, int count);

    /** Whether nothing more is to be learnt from this connection. */
    boolean finished();

    /** What was told so far. */
    ServerAnswer answer();
}
