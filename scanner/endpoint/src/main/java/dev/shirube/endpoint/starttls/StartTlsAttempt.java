package dev.shirube.endpoint.starttls;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.StartTls;
import java.time.Instant;
import java.util.Arrays;

/** An attempt at TLS behind a dialogue in clear; each is recorded on its own. */
final class StartTlsAttempt implements Attempt {
    private final StartTls protocol;
    private final Attempt tls;
    private final StartTlsConversation conversation;

    StartTlsAttempt(StartTls protocol, String domain, Attempt tls) {
        this.protocol = protocol;
        this.tls = tls;
        this.conversation = new StartTlsConversation(protocol, domain, tls.conversation());
    }

    @Override
    public String probe() {
        return tls.probe();
    }

    @Override
    public Medium medium() {
        return tls.medium();
    }

    @Override
    public Conversation conversation() {
        return conversation;
    }

    @Override
    public Exchange exchange(Instant at, Outcome outcome) {
        // What was to be said last may not have gone out any more.
        int sent = Math.min(conversation.clearSent(), outcome.sent().length);
        int received = conversation.clearReceived();
        Exchange.Preface preface = new Exchange.Preface(
                protocol, Arrays.copyOf(outcome.sent(), sent), Arrays.copyOf(outcome.received(), received));
        Outcome rest = new Outcome(
                rest(outcome.sent(), sent), rest(outcome.received(), received), outcome.ending(), outcome.detail());
        return tls.exchange(at, rest).behind(preface);
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }
}
