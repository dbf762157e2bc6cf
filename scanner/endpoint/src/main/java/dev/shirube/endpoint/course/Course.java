package dev.shirube.endpoint.course;

import dev.shirube.endpoint.transcript.Exchange;
import java.util.Optional;

/**
 * All that one endpoint is asked, one connection after the other: exchanges in, the next attempt out. What is asked next
 * depends on nothing but the exchanges, so that an interrupted course goes on from a journal.
 */
public interface Course {
    /** Takes an exchange that was made, in order; those of an earlier run too. */
    void add(Exchange exchange);

    /** What to ask next; nothing when enough is known, or when the host cannot be expected to answer any better. */
    Optional<Attempt> next();
}
