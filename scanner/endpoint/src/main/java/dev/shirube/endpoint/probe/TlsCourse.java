package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.keyshare.KeyShareBox;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one TLS endpoint is asked under one name. */
public final class TlsCourse implements Course {
    private final Optional<String> serverName;
    private final SecureRandom random;
    private final ProbePlan plan;
    private final List<Observation> seen = new ArrayList<>();
    private final KeyShareBox shares;

    private boolean broken;

    /**
     * A triage that has not begun.
     *
     * @param serverName for the extension server_name; empty for an address literal
     * @param random for hellos
     */
    public TlsCourse(Optional<String> serverName, SecureRandom random) {
        this(serverName, random, ProbePlan.TRIAGE, new KeyShareBox());
    }

    /**
     * A course that has not begun.
     *
     * @param serverName for the extension server_name; empty for an address literal
     * @param random for hellos
     * @param shares those of the whole sweep
     */
    public TlsCourse(Optional<String> serverName, SecureRandom random, ProbePlan plan, KeyShareBox shares) {
        this.serverName = serverName;
        this.random = random;
        this.plan = plan;
        this.shares = shares;
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
        return new TlsAttempt(probe, random, group -> shares.share(CodePoints.groupName(group)));
    }
}
