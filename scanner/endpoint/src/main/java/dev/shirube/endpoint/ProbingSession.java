package dev.shirube.endpoint;

import dev.shirube.endpoint.codec.ClientHelloWriter;
import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.HandshakeSecrets;
import dev.shirube.endpoint.codec.KeyShareEntry;
import dev.shirube.endpoint.codec.ServerFlight;
import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.Tls13Keys;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.keyshare.KeyShare;
import dev.shirube.endpoint.keyshare.KeyShares;
import dev.shirube.endpoint.probe.CodePoints;
import dev.shirube.endpoint.probe.Observation;
import dev.shirube.endpoint.probe.Probe;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transport.SocketTransport;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One probe in flight: makes its key shares, sends its hello, and keeps what is needed to read the answer again. */
final class ProbingSession implements HandshakeSecrets {
    private final Probe probe;
    private final Map<Integer, KeyShare> shares = new LinkedHashMap<>();
    private Optional<byte[]> secret = Optional.empty();

    ProbingSession(Probe probe) {
        this.probe = probe;
        for (int group : probe.shares()) {
            shares.put(group, KeyShares.create(CodePoints.groupName(group)));
        }
    }

    /** What was exchanged, and what was understood of it. */
    record Result(Exchange exchange, Observation observation) {}

    Result run(SocketTransport transport, SecureRandom random, Instant at) {
        ClientOffer offer = probe.offer().withShares(entries());
        byte[] entropy = new byte[ClientHelloWriter.ENTROPY];
        random.nextBytes(entropy);
        byte[] hello = ClientHelloWriter.write(offer, entropy);
        ServerFlight flight = new ServerFlight(offer, hello, this, CodePoints.SUITE_CLASSES);
        SocketTransport.Reply reply = transport.exchange(hello, flight);
        return new Result(
                new Exchange(probe.id(), at, hello, reply.received(), reply.ending(), reply.detail(), secret),
                new Observation(probe.id(), offer, flight.answer(), reply.ending(), reply.detail()));
    }

    private List<KeyShareEntry> entries() {
        List<KeyShareEntry> entries = new ArrayList<>();
        shares.forEach((group, share) -> entries.add(new KeyShareEntry(group, share.clientShare())));
        return entries;
    }

    @Override
    public Optional<byte[]> serverTrafficSecret(ServerHello hello, byte[] messages) throws TlsFormatException {
        Optional<Tls13Keys> keys = Tls13Keys.of(hello.suite());
        if (keys.isPresent() && hello.share().isPresent()) {
            KeyShare share = shares.get(hello.group().orElseThrow());
            byte[] shared = share.sharedSecret(hello.share().get());
            secret = Optional.of(keys.get().serverHandshakeTraffic(shared, messages));
        }
        return secret;
    }
}
