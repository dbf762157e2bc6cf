package dev.shirube.endpoint.ssh;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** One connection to an SSH server: greets, agrees with whatever it offers, and hears its host key. */
final class SshAttempt implements Attempt, Conversation {
    private static final byte[] GREETING = (Ssh.IDENTIFICATION + "\r\n").getBytes(StandardCharsets.US_ASCII);
    /** RFC 4253 section 6 without a cipher. */
    private static final int BLOCK = 8;

    private static final int MIN_PADDING = 4;
    private static final int HEADER = 5;

    private final SshAsk ask;
    private final SecureRandom random;
    private final SshFlight flight;
    private boolean agreed;
    private boolean groupTaken;

    SshAttempt(SshAsk ask, SecureRandom random) {
        this.ask = ask;
        this.random = random;
        flight = new SshFlight(ask::agree);
    }

    @Override
    public String probe() {
        return ask.probe();
    }

    @Override
    public Medium medium() {
        return Medium.TCP;
    }

    @Override
    public Conversation conversation() {
        return this;
    }

    @Override
    public Exchange exchange(Instant at, Outcome outcome) {
        return new Exchange(
                probe(), at, outcome.sent(), outcome.received(), outcome.ending(), outcome.detail(), Optional.empty());
    }

    @Override
    public byte[] opening() {
        return GREETING.clone();
    }

    /** Says what it has to say even to a server that did not wait for it, so that the record tells the same again. */
    @Override
    public byte[] receive(byte[] bytes, int from, int count) {
        flight.read(bytes, from, count);
        WireWriter out = new WireWriter();
        if (!agreed && flight.agreed().isPresent()) {
            agreed = true;
            agree(flight.agreed().get(), out);
        }
        if (!groupTaken && flight.groupBits().isPresent()) {
            groupTaken = true;
            packet(KexMethod.groupExchangeInit(random, flight.groupBits().getAsInt()), out);
        }
        return out.toByteArray();
    }

    private void agree(SshFlight.Agreed choice, WireWriter out) {
        KexInit ours = flight.answer()
                .kexInit()
                .orElseThrow()
                .agreeingOn(choice.method().name(), choice.hostKeyAlgorithm());
        packet(ours.write(random(KexInit.COOKIE)), out);
        packet(
                choice.method().groupExchange()
                        ? ask.group().orElse(GroupRequest.USUAL).write()
                        : choice.method().init(random),
                out);
    }

    private void packet(byte[] payload, WireWriter out) {
        int padding = BLOCK - (HEADER + payload.length) % BLOCK;
        if (padding < MIN_PADDING) {
            padding += BLOCK;
        }
        out.uint32(1 + payload.length + padding).uint8(padding).bytes(payload).bytes(random(padding));
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public boolean finished() {
        return flight.finished();
    }
}
