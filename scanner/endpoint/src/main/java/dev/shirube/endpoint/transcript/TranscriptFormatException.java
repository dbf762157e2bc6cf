package dev.shirube.endpoint.transcript;

/** Bytes that are no transcript; the message names the line. */
public final class TranscriptFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    TranscriptFormatException(int line, String problem) {
        super("line " + line + ": " + problem);
    }
}
