package dev.shirube.exchange;

/** A document holds more than is read of one; what was read before stays. */
public final class ImportLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long most;

    /** There is more than so much of that. */
    public ImportLimitException(String limit, long most) {
        super(limit + ": " + most, null, false, false);
        this.limit = limit;
        this.most = most;
    }

    /** What there is too much of, and how much would have been read: {@code components: 500000}. */
    public String limit() {
        return limit + ": " + most;
    }
}
