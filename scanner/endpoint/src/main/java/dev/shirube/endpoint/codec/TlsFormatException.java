package dev.shirube.endpoint.codec;

/** The peer's bytes are not what TLS allows, or more than this codec takes: the only thing the codec throws. */
public final class TlsFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of fault it is. */
    public enum Kind {
        /** The first bytes are no TLS record: the peer speaks something else. */
        NOT_TLS,
        /** TLS, but broken. */
        MALFORMED,
        /** A bound of this codec was reached. */
        LIMIT
    }

    private final Kind kind;

    /** A fault of that kind; the message says in a few words what is wrong, and holds no text of the peer's. */
    public TlsFormatException(Kind kind, String message) {
        // No stack trace: hostile peers decide how often this is made, and the message says all there is.
        super(message, null, false, false);
        this.kind = kind;
    }

    static TlsFormatException malformed(String message) {
        return new TlsFormatException(Kind.MALFORMED, message);
    }

    static TlsFormatException limit(String message) {
        return new TlsFormatException(Kind.LIMIT, message);
    }

    /** What kind of fault it is. */
    public Kind kind() {
        return kind;
    }
}
