package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.engine.ScanTarget.StartTls;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A conversation that begins in clear and, once the server has agreed, is another one: the TLS conversation's opening goes
 * out and all that comes from then on is its. A server that does not agree ends it; nothing but the upgrade is asked for.
 */
public final class StartTlsConversation implements Conversation {
    private final ClearText clear;
    private final Conversation tls;
    private int clearSent;

    /**
     * A conversation that has not begun.
     *
     * @param domain whom the client says that it wants, where the protocol has it say so (XMPP)
     */
    public StartTlsConversation(StartTls protocol, String domain, Conversation tls) {
        this.clear = new ClearText(protocol, Dialogues.of(protocol, domain));
        this.tls = tls;
    }

    @Override
    public byte[] opening() {
        return said(clear.opening());
    }

    @Override
    public byte[] receive(byte[] bytes, int from, int count) {
        if (clear.agreed()) {
            return tls.receive(bytes, from, count);
        }
        byte[] say = said(clear.receive(bytes, from, count));
        if (!clear.agreed()) {
            return say;
        }
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(say);
        both.writeBytes(tls.opening());
        return both.toByteArray();
    }

    @Override
    public boolean finished() {
        return clear.failure().isPresent() || clear.agreed() && tls.finished();
    }

    /** Why TLS did not begin; nothing as long as it may. */
    public Optional<StartTlsFailure> failure() {
        return clear.failure();
    }

    /** How many of the bytes sent were in clear. */
    int clearSent() {
        return clearSent;
    }

    /** How many of the bytes received were in clear. */
    int clearReceived() {
        return clear.received();
    }

    private byte[] said(byte[] bytes) {
        clearSent += bytes.length;
        return bytes;
    }
}
