package dev.shirube.engine.zip;

import java.io.IOException;

/** An entry that is, or says it is, larger than {@link ZipLimits} allow. */
public final class ZipLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    static final String BYTES = "input-bytes=";

    private final String limit;
    private final String reached;

    ZipLimitException(String limit, String reached) {
        super("limit " + limit + " reached at " + reached);
        this.limit = limit;
        this.reached = reached;
    }

    /** Whether it was the bound on bytes alone, not on their ratio. */
    public boolean ofBytes() {
        return limit.startsWith(BYTES);
    }

    /** Name and value of the bound. */
    public String limit() {
        return limit;
    }

    /** Where it was reached. */
    public String reached() {
        return reached;
    }
}
