package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.keyshare.KeyShare;
import dev.shirube.endpoint.keyshare.KeyShares;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one TLS endpoint is asked under one name. */
public final class TlsCourse implements Course {
    private final Optional<String> serverName;
    private final SecureRandom random;
    private final ProbePlan plan;
    private final List<Observation> seen = new ArrayList<>();
    /** Made once for all connections: no handshake is ever completed, so the shares protect nothing. */
    private final Map<Integer, KeyShare> shares = new HashMap<>();

    private boolean broken;

    /**
     * A triage that has not begun.
     *
     * @param serverName for the extension server_name; empty for an address literal
     * @param random for hellos and key shares
     */
    public TlsCourse(Optional<String> serverName, SecureRandom random) {
        this(serverName, random, ProbePlan.TRIAGE);
    }

    /**
     * A course that has not begun.
     *
     * @param serverName for the extension server_name; empty for an address literal
     * @param random for hellos and key shares
     */
    public TlsCourse(Optional<String> serverName, SecureRandom random, ProbePlan plan) {
        this.serverName = serverName;
        this.random = random;
        this.plan = plan;
    }

    @Override
    public void add(Exchange exchange) {
        try {
            seen.add(Observer.observe(exchange));
        } catch (TlsFormatException e) {
            broken = true; // only a journal that somebody else wrote
        }
    }

    @Override
    public Optional<Attempt> next() {
        return broken ? Optional.empty() : TlsPlan.next(plan, seen, serverName).map(this::attempt);
    }

    private Attempt attempt(Probe probe) {
        return new TlsAttempt(
                probe,
                random,
                group -> shares.computeIfAbsent(group, code -> KeyShares.create(CodePoints.groupName(code))));
    }
}
