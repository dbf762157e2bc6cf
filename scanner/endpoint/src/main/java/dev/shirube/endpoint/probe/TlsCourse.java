package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.transcript.Exchange;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one TLS endpoint is asked under one name. */
public final class TlsCourse implements Course {
    private final Optional<String> serverName;
    private final SecureRandom random;
    private final List<Observation> seen = new ArrayList<>();
    private boolean broken;

    /**
     * A course that has not begun.
     *
     * @param serverName for the extension server_name; empty for an address literal
     * @param random for hellos and key shares
     */
    public TlsCourse(Optional<String> serverName, SecureRandom random) {
        this.serverName = serverName;
        this.random = random;
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
        return broken ? Optional.empty() : TriagePlan.next(seen, serverName).map(it -> new TlsAttempt(it, random));
    }
}
