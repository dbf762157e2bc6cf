package dev.shirube.endpoint;

import dev.shirube.endpoint.probe.Observation;
import dev.shirube.endpoint.probe.Probe;
import dev.shirube.endpoint.probe.TriagePlan;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.endpoint.transport.SocketTransport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** All connections to one endpoint, one after the other, to the one address that its name resolved to. */
final class EndpointTriage {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Endpoint endpoint;
    private final Budgets budgets;
    private final Clock clock;
    private Optional<InetAddress> address = Optional.empty();
    private boolean resolved;

    EndpointTriage(Endpoint endpoint, Budgets budgets, Clock clock) {
        this.endpoint = endpoint;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** The logical path of what is learnt under that name. */
    String location(Optional<String> serverName) {
        return endpoint.location(serverName);
    }

    /**
     * The transcript of what was said under that name.
     *
     * @return nothing when the caller wanted to stop
     */
    Optional<Transcript> run(Optional<String> serverName, BooleanSupplier stopRequested) {
        String location = endpoint.location(serverName);
        if (stopRequested.getAsBoolean()) {
            return Optional.empty();
        }
        if (address().isEmpty()) {
            return Optional.of(new Transcript(location, List.of(unresolved())));
        }
        SocketTransport transport =
                new SocketTransport(new InetSocketAddress(address().get(), endpoint.port()), budgets);
        long end = System.nanoTime() + budgets.targetMillis() * 1_000_000L;
        List<Exchange> exchanges = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        Optional<Probe> probe = TriagePlan.next(observations, serverName);
        while (probe.isPresent() && System.nanoTime() - end < 0) {
            if (stopRequested.getAsBoolean() || !exchanges.isEmpty() && !pause()) {
                return Optional.empty();
            }
            ProbingSession.Result result = new ProbingSession(probe.get()).run(transport, RANDOM, clock.instant());
            exchanges.add(result.exchange());
            observations.add(result.observation());
            probe = TriagePlan.next(observations, serverName);
        }
        return Optional.of(new Transcript(location, exchanges));
    }

    /** The name service is asked once, however many names are asked for by SNI. */
    private Optional<InetAddress> address() {
        if (!resolved) {
            resolved = true;
            try {
                address = Optional.of(InetAddress.getByName(endpoint.host()));
            } catch (UnknownHostException e) {
                address = Optional.empty();
            }
        }
        return address;
    }

    private Exchange unresolved() {
        byte[] nothing = {};
        String detail = "the name is not known";
        return new Exchange("resolve", clock.instant(), nothing, nothing, Ending.UNREACHABLE, detail, Optional.empty());
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
