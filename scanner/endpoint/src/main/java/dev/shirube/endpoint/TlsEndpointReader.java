package dev.shirube.endpoint;

import dev.shirube.endpoint.probe.Observation;
import dev.shirube.endpoint.probe.Probe;
import dev.shirube.endpoint.probe.TriagePlan;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.endpoint.transport.SocketTransport;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.TargetException;
import dev.shirube.engine.TargetReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shakes hands with TLS endpoints and brings the transcript, one unit for each name asked for.
 *
 * <p>It makes at most {@value TriagePlan#MAXIMUM} connections for a name, one after the other, to the one address that
 * the named host resolved to, and never completes a handshake: no byte of application data is ever exchanged.
 */
public final class TlsEndpointReader implements TargetReader {
    private final Budgets budgets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** A reader with the polite budgets for servers of others. */
    public TlsEndpointReader() {
        this(Budgets.STANDARD, Clock.systemUTC());
    }

    /**
     * A reader with those budgets.
     *
     * @param clock for the times in transcripts, which enter no result
     */
    public TlsEndpointReader(Budgets budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    @Override
    public boolean reads(ScanTarget target) {
        return target instanceof EndpointTarget;
    }

    @Override
    public void read(ScanTarget target, ScanContext context, UnitConsumer units) throws TargetException {
        Endpoint endpoint = Endpoint.of((EndpointTarget) target);
        Optional<InetAddress> address = resolve(endpoint.host());
        for (Optional<String> serverName : endpoint.serverNames()) {
            Optional<Transcript> transcript = triage(endpoint, address, serverName, context);
            if (transcript.isEmpty()) {
                return;
            }
            units.accept(
                    new TranscriptUnit(transcript.get().endpoint(), TranscriptFormat.write(transcript.get()), context));
        }
    }

    private static Optional<InetAddress> resolve(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** All connections for one name; nothing when the caller wants to stop. */
    private Optional<Transcript> triage(
            Endpoint endpoint, Optional<InetAddress> address, Optional<String> serverName, ScanContext context) {
        String location = endpoint.location(serverName);
        if (address.isEmpty()) {
            return Optional.of(new Transcript(location, List.of(unresolved())));
        }
        SocketTransport transport = new SocketTransport(new InetSocketAddress(address.get(), endpoint.port()), budgets);
        long end = System.nanoTime() + budgets.targetMillis() * 1_000_000L;
        List<Exchange> exchanges = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        Optional<Probe> probe = TriagePlan.next(observations, serverName);
        while (probe.isPresent() && System.nanoTime() < end) {
            if (context.stopRequested() || !exchanges.isEmpty() && !pause()) {
                return Optional.empty();
            }
            ProbingSession.Result result = new ProbingSession(probe.get()).run(transport, random, clock.instant());
            exchanges.add(result.exchange());
            observations.add(result.observation());
            probe = TriagePlan.next(observations, serverName);
        }
        return Optional.of(new Transcript(location, exchanges));
    }

    private Exchange unresolved() {
        return new Exchange(
                "resolve",
                clock.instant(),
                new byte[0],
                new byte[0],
                Ending.UNREACHABLE,
                "the name is not known",
                Optional.empty());
    }

    private boolean pause() {
        try {
            Thread.sleep(budgets.spacingMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
