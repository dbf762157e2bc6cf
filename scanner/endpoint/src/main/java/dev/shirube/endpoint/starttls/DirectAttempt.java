package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.StartTls;
import java.time.Instant;

/** An attempt at TLS without the dialogue, at a server that was to greet and did not: does it speak TLS at once? */
final class DirectAttempt implements Attempt {
    static final String PROBE = "tls-at-once";

    private final StartTls protocol;
    private final Attempt tls;

    DirectAttempt(StartTls protocol, Attempt tls) {
        this.protocol = protocol;
        this.tls = tls;
    }

    @Override
    public String probe() {
        return PROBE;
    }

    @Override
    public Medium medium() {
        return tls.medium();
    }

    @Override
    public Conversation conversation() {
        return tls.conversation();
    }

    @Override
    public Exchange exchange(Instant at, Outcome outcome) {
        Exchange.Preface nothing = new Exchange.Preface(protocol, Conversation.NOTHING, Conversation.NOTHING);
        return tls.exchange(at, outcome).called(PROBE).behind(nothing);
    }
}
