package dev.shirube.endpoint;

import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.TargetException;
import dev.shirube.engine.TargetReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks endpoints and brings the transcripts, one unit for each of them.
 *
 * <p>Nobody but the named hosts is contacted, each at the one address that its name resolves to, and no handshake is ever
 * completed: no byte of application data is exchanged. What the journal calls finished is not asked at all, and what it
 * recorded of an endpoint is not asked again.
 */
public final class EndpointReader implements TargetReader {
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
            throws TargetException {
        List<EndpointTarget> targets =
                target instanceof EndpointListTarget list ? list.endpoints() : List.of((EndpointTarget) target);
        List<Endpoint> endpoints = new ArrayList<>();
        for (EndpointTarget one : targets) {
            endpoints.add(Endpoint.of(one));
        }
        Probing probing = new Probing(budgets, clock, journal, context::stopRequested);
        for (Endpoint endpoint : endpoints) {
            if (!journal.finished(endpoint.location())) {
                probing.ask(endpoint).ifPresent(it -> units.accept(new EndpointUnit(it, context)));
            }
        }
    }
}
