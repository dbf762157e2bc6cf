package dev.shirube.endpoint.ike;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.wire.WireWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One IKE_SA_INIT: sent once, and again with the cookie or the public value that the responder asks for, each at most once
 * and from the same port (RFC 7296 section 2.6.1).
 */
final class IkeAttempt implements Attempt, Conversation {
    private static final byte[] MARKER = {0, 0, 0, 0};

    private final String probe;
    private final boolean marked;
    private final SecureRandom random;
    private final IkeFlight flight;
    private final byte[] opening;
    private SaInit request;

    /**
     * An attempt that has not begun.
     *
     * @param marked whether the port wants a non-ESP marker (RFC 3948 section 2.2)
     */
    IkeAttempt(String probe, List<Proposal> proposals, boolean marked, SecureRandom random) {
        this.probe = probe;
        this.marked = marked;
        this.random = random;
        byte[] spi = new byte[Ike.SPI];
        byte[] nonce = new byte[SaInit.NONCE];
        random.nextBytes(spi);
        random.nextBytes(nonce);
        spi[0] |= 1; // not zero, and told apart from a marker
        int group = proposals.get(0).ids(Ike.KE).get(0);
        byte[] value = PublicValues.of(group, random).orElse(new byte[32]);
        request = new SaInit(spi, Optional.empty(), proposals, group, value, nonce);
        opening = datagram();
        flight = new IkeFlight(request, marked);
    }

    @Override
    public String probe() {
        return probe;
    }

    @Override
    public Medium medium() {
        return Medium.UDP;
    }

    @Override
    public Conversation conversation() {
        return this;
    }

    /** What was offered stands in the record even if nothing could be sent: it is what stays unknown. */
    @Override
    public Exchange exchange(Instant at, Outcome outcome) {
        return new Exchange(
                probe,
                at,
                outcome.sent().length == 0 ? opening : outcome.sent(),
                outcome.received(),
                outcome.ending(),
                outcome.detail(),
                Optional.empty());
    }

    @Override
    public byte[] opening() {
        return opening.clone();
    }

    @Override
    public byte[] receive(byte[] bytes, int from, int count) {
        flight.read(bytes, from, count);
        if (flight.finished()) {
            return NOTHING;
        }
        boolean again = false;
        if (flight.cookie().isPresent() && request.cookie().isEmpty()) {
            request = request.withCookie(flight.cookie().get());
            again = true;
        }
        if (flight.named().isPresent() && flight.named().getAsInt() != request.keyGroup()) {
            int group = flight.named().getAsInt();
            request = request.withKey(group, PublicValues.of(group, random).orElseThrow());
            again = true;
        }
        return again ? datagram() : NOTHING;
    }

    private byte[] datagram() {
        WireWriter out = new WireWriter();
        return (marked ? out.bytes(MARKER) : out).bytes(request.write()).toByteArray();
    }

    @Override
    public boolean finished() {
        return flight.finished();
    }
}
