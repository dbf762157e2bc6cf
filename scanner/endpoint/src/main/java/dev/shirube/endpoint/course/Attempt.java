package dev.shirube.endpoint.course;

import dev.shirube.endpoint.conversation.Conversation;
import dev.shirube.endpoint.transcript.Exchange;
import java.time.Instant;

/** One connection to be made: what is asked over it, and how it is recorded. */
public interface Attempt {
    /** Id of the probe, for example {@code wide}. */
    String probe();

    /** What carries it. */
    Medium medium();

    /** What is said; one conversation for one connection, not to be used again. */
    Conversation conversation();

    /**
     * The record of this connection, from which everything can be understood again.
     *
     * @param at when the connection was begun
     */
    Exchange exchange(Instant at, Outcome outcome);
}
