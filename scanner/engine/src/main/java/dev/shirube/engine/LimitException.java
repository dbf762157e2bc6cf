package dev.shirube.engine;

import java.io.IOException;

/** A bound of {@link Limits} that was reached; becomes the diagnostic {@code limit-reached}. */
public final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final String reached;

    /**
     * @param limit name of the bound, for example {@code input-bytes=268435456}
     * @param reached where it was reached, for example {@code 268435457 bytes}
     */
    public LimitException(String limit, String reached) {
        super("limit " + limit + " reached at " + reached);
        this.limit = limit;
        this.reached = reached;
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
