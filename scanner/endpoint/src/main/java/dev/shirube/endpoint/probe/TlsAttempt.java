package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientHelloWriter;
import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.Flight;
import dev.shirube.endpoint.codec.HandshakeSecrets;
import dev.shirube.endpoint.codec.KeyShareEntry;
import dev.shirube.endpoint.codec.ServerFlight;
import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.Ssl2Flight;
import dev.shirube.endpoint.codec.Ssl2Hello;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.codec.Tls13Keys;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Medium;
import dev.shirube.endpoint.course.Outcome;
import dev.shirube.endpoint.keyshare.KeyShare;
import dev.shirube.endpoint.transcript.Exchange;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** One probe in flight: makes its key shares, sends its hello, and keeps what is needed to read the answer again. */
final class TlsAttempt implements Attempt, Conversation, HandshakeSecrets {
    private final Probe probe;
    private final Map<Integer, KeyShare> shares = new LinkedHashMap<>();
    private final byte[] hello;
    private final Flight flight;
    private Optional<byte[]> secret = Optional.empty();

    TlsAttempt(Probe probe, SecureRandom random, IntFunction<KeyShare> keys) {
        this.probe = probe;
        for (int group : probe.shares()) {
            shares.put(group, keys.apply(group));
        }
        ClientOffer offer = probe.offer().withShares(entries());
        byte[] entropy = new byte[ClientHelloWriter.ENTROPY];
        random.nextBytes(entropy);
        if (offer.versions().equals(List.of(Tls.SSL20))) {
            hello = Ssl2Hello.write(entropy);
            flight = new Ssl2Flight(offer);
        } else {
            hello = ClientHelloWriter.write(offer, entropy);
            flight = new ServerFlight(offer, hello, this, CodePoints.SUITE_CLASSES);
        }
    }

    private List<KeyShareEntry> entries() {
        List<KeyShareEntry> entries = new ArrayList<>();
        shares.forEach((group, share) -> entries.add(new KeyShareEntry(group, share.clientShare())));
        return entries;
    }

    @Override
    public String probe() {
        return probe.id();
    }

    @Override
    public Medium medium() {
        return Medium.TCP;
    }

    @Override
    public Conversation conversation() {
        return this;
    }

    /** What was offered stands in the record even if no connection came about: it is what stays unknown. */
    @Override
    public Exchange exchange(Instant at, Outcome outcome) {
        return new Exchange(probe.id(), at, hello, outcome.received(), outcome.ending(), outcome.detail(), secret);
    }

    @Override
    public byte[] opening() {
        return hello.clone();
    }

    @Override
    public byte[] receive(byte[] bytes, int from, int count) {
        flight.read(bytes, from, count);
        return NOTHING;
    }

    @Override
    public boolean finished() {
        return flight.finished();
    }

    @Override
    public Optional<byte[]> serverTrafficSecret(ServerHello chosen, byte[] messages) throws TlsFormatException {
        Optional<Tls13Keys> keys = Tls13Keys.of(chosen.suite());
        if (keys.isPresent() && chosen.share().isPresent()) {
            KeyShare share = shares.get(chosen.group().orElseThrow());
            byte[] shared = share.sharedSecret(chosen.share().get());
            secret = Optional.of(keys.get().serverHandshakeTraffic(shared, messages));
        }
        return secret;
    }
}
