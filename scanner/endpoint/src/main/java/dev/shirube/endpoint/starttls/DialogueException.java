package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.codec.FirstImpression;
import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;

/** The server did not agree to go over to TLS: the only thing a dialogue throws. */
final class DialogueException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** A failure of that kind; the message holds no text of the server's. */
    DialogueException(Kind kind, String message) {
        // No stack trace: hostile peers decide how often this is made, and the message says all there is.
        super(message, null, false, false);
        this.kind = kind;
    }

    static DialogueException malformed(String message) {
        return new DialogueException(Kind.MALFORMED, message);
    }

    /** The server speaks something else, which these first bytes show. */
    static DialogueException other(byte[] bytes, int length) {
        return new DialogueException(Kind.OTHER_PROTOCOL, FirstImpression.of(bytes, length));
    }

    Kind kind() {
        return kind;
    }
}
