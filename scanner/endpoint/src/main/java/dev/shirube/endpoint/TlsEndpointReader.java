package dev.shirube.endpoint;

import dev.shirube.endpoint.probe.TriagePlan;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.TargetException;
import dev.shirube.engine.TargetReader;
import java.time.Clock;
import java.util.Optional;

/**
 * Shakes hands with TLS endpoints and brings the transcript, one unit for each name asked for.
 *
 * <p>It makes at most {@value TriagePlan#MAXIMUM} connections for a name, one after the other, to the one address that
 * the named host resolved to, and never completes a handshake: no byte of application data is ever exchanged. A unit
 * connects when its input's bytes are asked for, so that one which is passed over contacts nobody.
 */
public final class TlsEndpointReader implements TargetReader {
    private final Budgets budgets;
    private final Clock clock;

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
        EndpointTriage triage = new EndpointTriage(endpoint, budgets, clock);
        for (Optional<String> serverName : endpoint.serverNames()) {
            units.accept(new EndpointUnit(triage, serverName, context));
        }
    }
}
