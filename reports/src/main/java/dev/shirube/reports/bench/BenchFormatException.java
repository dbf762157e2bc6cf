package dev.shirube.reports.bench;

/** A file that is no scheduling problem of the bench; the message says where it is at fault. */
public final class BenchFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    BenchFormatException(String message) {
        super(message);
    }
}
