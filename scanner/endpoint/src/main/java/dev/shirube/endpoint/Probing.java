package dev.shirube.endpoint;

import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transcript.TranscriptFormatException;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.endpoint.transport.SocketTransport;
import dev.shirube.engine.ScanJournal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** All connections to endpoints, one after the other, each to the one address that its name resolves to. */
final class Probing {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Budgets budgets;
    private final Clock clock;
    private final ScanJournal journal;
    private final BooleanSupplier stopRequested;

    Probing(Budgets budgets, Clock clock, ScanJournal journal, BooleanSupplier stopRequested) {
        this.budgets = budgets;
        this.clock = clock;
        this.journal = journal;
        this.stopRequested = stopRequested;
    }

    /**
     * The transcript of what was said, now and in an earlier run.
     *
     * @return nothing when the caller wanted to stop
     */
    Optional<Transcript> ask(Endpoint endpoint) {
        if (stopRequested.getAsBoolean()) {
            return Optional.empty();
        }
        InetSocketAddress address;
        try {
            address = new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port());
        } catch (UnknownHostException e) {
            return Optional.of(new Transcript(endpoint.location(), List.of(unresolved())));
        }
        Course course = endpoint.course(RANDOM);
        List<Exchange> exchanges = new ArrayList<>(earlier(endpoint));
        exchanges.forEach(course::add);
        SocketTransport transport = new SocketTransport(address, budgets);
        long end = System.nanoTime() + budgets.targetMillis() * 1_000_000L;
        Optional<Attempt> attempt = course.next();
        while (attempt.isPresent() && System.nanoTime() - end < 0) {
            if (stopRequested.getAsBoolean() || !exchanges.isEmpty() && !pause()) {
                return Optional.empty();
            }
            Instant at = clock.instant();
            Exchange exchange =
                    attempt.get().exchange(at, transport.exchange(attempt.get().conversation()));
            journal.record(endpoint.location(), TranscriptFormat.part(exchange));
            exchanges.add(exchange);
            course.add(exchange);
            attempt = course.next();
        }
        return Optional.of(new Transcript(endpoint.location(), exchanges));
    }

    /** What an earlier run recorded; nothing from the first part on that cannot be read. */
    private List<Exchange> earlier(Endpoint endpoint) {
        List<Exchange> exchanges = new ArrayList<>();
        for (byte[] part : journal.recorded(endpoint.location())) {
            try {
                exchanges.add(TranscriptFormat.exchange(part));
            } catch (TranscriptFormatException e) {
                break;
            }
        }
        return exchanges;
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
