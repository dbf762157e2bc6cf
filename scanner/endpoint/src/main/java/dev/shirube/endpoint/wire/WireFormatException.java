package dev.shirube.endpoint.wire;

/** The peer's bytes are not what its protocol allows, or more than is taken: the only thing these readers throw. */
public final class WireFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of fault it is. */
    public enum Kind {
        /** The peer speaks something else. */
        OTHER_PROTOCOL,
        /** The peer speaks the protocol, but breaks its rules. */
        MALFORMED,
        /** A bound of ours was reached. */
        LIMIT
    }

    private final Kind kind;

    private WireFormatException(Kind kind, String message) {
        // No stack trace: hostile peers decide how often this is made, and the message says all there is.
        super(message, null, false, false);
        this.kind = kind;
    }

    /** The peer speaks something else; the message is ours and holds no text of the peer's. */
    public static WireFormatException otherProtocol(String message) {
        return new WireFormatException(Kind.OTHER_PROTOCOL, message);
    }

    /** The peer breaks the rules; the message is ours and holds no text of the peer's. */
    public static WireFormatException malformed(String message) {
        return new WireFormatException(Kind.MALFORMED, message);
    }

    /** More than we take; the message is ours and holds no text of the peer's. */
    public static WireFormatException limit(String message) {
        return new WireFormatException(Kind.LIMIT, message);
    }

    /** What kind of fault it is. */
    public Kind kind() {
        return kind;
    }
}
