package dev.shirube.material.document;

/** A text that is not what its format demands; names the format and the line, and nothing of the content. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String format;
    private final int line;

    /** That a text is not well formed from that line on. */
    public MalformedException(String format, int line) {
        super(format + ", line " + line);
        this.format = format;
        this.line = line;
    }

    /** The format, for example {@code JSON}. */
    public String format() {
        return format;
    }

    /** Where it was noticed, from 1. */
    public int line() {
        return line;
    }
}
