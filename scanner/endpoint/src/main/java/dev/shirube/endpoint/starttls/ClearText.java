package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.starttls.StartTlsFailure.Kind;
import dev.shirube.engine.ScanTarget.StartTls;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Leads a {@link Dialogue} within bounds, from bytes in any pieces. The same bytes lead to the same end, whether they come
 * from a connection or from its record.
 */
final class ClearText {
    /** Taken from a server before TLS. */
    static final int BYTES = 64 << 10;
    /** Lines, packets or tags before TLS. */
    static final int UNITS = 100;
    /** Bytes of one of them: no line of these protocols comes near it. */
    static final int UNIT_BYTES = 8 << 10;

    private static final int TLS_ALERT = 21;
    private static final int TLS_HANDSHAKE = 22;

    private final StartTls protocol;
    private final Dialogue dialogue;
    private byte[] held = new byte[512];
    private int length;
    private int received;
    private int units;
    private boolean agreed;
    private Optional<StartTlsFailure> failure = Optional.empty();

    ClearText(StartTls protocol, Dialogue dialogue) {
        this.protocol = protocol;
        this.dialogue = dialogue;
    }

    byte[] opening() {
        return dialogue.opening();
    }

    /** Takes the next bytes, and gives what to say to them. */
    byte[] receive(byte[] bytes, int from, int count) {
        if (failure.isPresent()) {
            return Conversation.NOTHING;
        }
        ByteArrayOutputStream say = new ByteArrayOutputStream();
        received += count;
        try {
            if (received > BYTES) {
                throw limit(BYTES + " bytes before TLS");
            }
            hold(bytes, from, count);
            if (mayBeTls() && length < 2) {
                return Conversation.NOTHING;
            }
            take(say);
        } catch (DialogueException e) {
            failure = Optional.of(new StartTlsFailure(protocol, e.kind(), e.getMessage()));
        }
        return say.toByteArray();
    }

    /** Whether TLS begins with our next byte. */
    boolean agreed() {
        return agreed && failure.isEmpty();
    }

    /** Why TLS does not begin. */
    Optional<StartTlsFailure> failure() {
        return failure;
    }

    /** How many bytes were taken. */
    int received() {
        return received;
    }

    /** Whether these are the first bytes of a handshake or alert record (RFC 8446 section 5.1). */
    static boolean isTls(byte[] bytes, int length) {
        return length >= 2 && (bytes[0] == TLS_HANDSHAKE || bytes[0] == TLS_ALERT) && bytes[1] == 3;
    }

    private boolean mayBeTls() throws DialogueException {
        if (units > 0 || length == 0) {
            return false;
        }
        if (isTls(held, length)) {
            throw new DialogueException(Kind.TLS_AT_ONCE, "it speaks TLS at once");
        }
        return held[0] == TLS_HANDSHAKE || held[0] == TLS_ALERT;
    }

    private void take(ByteArrayOutputStream say) throws DialogueException {
        int size = nextUnit();
        while (size > 0) {
            units++;
            if (units > UNITS) {
                throw limit(UNITS + " lines before TLS");
            }
            Dialogue.Step step = dialogue.take(Arrays.copyOf(held, size));
            length -= size;
            System.arraycopy(held, size, held, 0, length);
            say.writeBytes(step.say());
            agreed = step.agreed();
            size = agreed ? 0 : nextUnit();
        }
        if (agreed && length > 0) {
            throw new DialogueException(Kind.CLEAR_TEXT_BEHIND, length + " bytes of clear text behind its agreement");
        }
    }

    /** The size of the next unit; 0 while it is not whole. */
    private int nextUnit() throws DialogueException {
        int size = length == 0 ? 0 : dialogue.unit(held, length);
        if (size > UNIT_BYTES || size == 0 && length > UNIT_BYTES) {
            throw limit(UNIT_BYTES + " bytes of one answer before TLS");
        }
        return size <= length ? size : 0;
    }

    private void hold(byte[] bytes, int from, int count) {
        if (length + count > held.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, length + count));
        }
        System.arraycopy(bytes, from, held, length, count);
        length += count;
    }

    private static DialogueException limit(String what) {
        return new DialogueException(Kind.LIMIT, "more than " + what);
    }
}
