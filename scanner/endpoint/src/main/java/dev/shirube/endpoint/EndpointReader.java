package dev.shirube.endpoint;

import dev.shirube.endpoint.keyshare.KeyShareBox;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.endpoint.transport.Sweep;
import dev.shirube.endpoint.transport.SweepTask;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.TargetException;
import dev.shirube.engine.TargetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks endpoints side by side and brings the transcripts, one unit for each of them, in the order
 * in which they are finished.
 *
 * <p>Nobody but the named hosts is contacted, each at the one address that its name resolves to, and no handshake is ever
 * completed: no byte of application data is exchanged. What the journal calls finished is not asked at all, and what it
 * recorded of an endpoint is not asked again.
 */
public final class EndpointReader implements TargetReader {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Budgets budgets;
    private final Clock clock;

    /** A reader with the polite budgets for servers of others. */
    public EndpointReader() {
        this(Budgets.STANDARD, Clock.systemUTC());
    }

    /**
     * A reader with those budgets.
     *
     * @param clock for the times in transcripts, which enter no result
     */
    public EndpointReader(Budgets budgets, Clock clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    @Override
    public boolean reads(ScanTarget target) {
        return target instanceof EndpointTarget || target instanceof EndpointListTarget;
    }

    @Override
    public void read(ScanTarget target, ScanContext context, ScanJournal journal, UnitConsumer units)
            throws IOException, TargetException {
        List<EndpointTarget> targets =
                target instanceof EndpointListTarget list ? list.endpoints() : List.of((EndpointTarget) target);
        Pace pace = target instanceof EndpointListTarget list ? list.pace() : Pace.STANDARD;
        // One and the same endpoint is one unit, however often it is named.
        Map<String, SweepTask> tasks = new LinkedHashMap<>();
        KeyShareBox shares = new KeyShareBox();
        for (EndpointTarget one : targets) {
            Endpoint endpoint = Endpoint.of(one);
            if (!journal.finished(endpoint.location())) {
                tasks.put(endpoint.location(), task(endpoint, shares));
            }
        }
        Budgets bounded = pace.deadlineMillis().isPresent()
                ? budgets.withDeadline(pace.deadlineMillis().getAsInt())
                : budgets;
        try {
            new Sweep(bounded, pace, clock, RANDOM)
                    .run(List.copyOf(tasks.values()), new EndpointUnits(context, journal, units));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static SweepTask task(Endpoint endpoint, KeyShareBox shares) {
        return new SweepTask(
                endpoint.location(),
                endpoint.host(),
                endpoint.port(),
                endpoint.target().plan().id(),
                () -> endpoint.course(RANDOM, shares));
    }
}
