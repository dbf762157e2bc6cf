package dev.shirube.endpoint.course;

import dev.shirube.endpoint.transcript.Ending;
import java.util.Objects;

/**
 * What the transport saw of one conversation.
 *
 * @param sent all bytes sent, in order
 * @param received all bytes received, in order
 * @param detail of the ending, in a few words of ours; or empty
 */
public record Outcome(byte[] sent, byte[] received, Ending ending, String detail) {
    /** Refuses null. */
    public Outcome {
        Objects.requireNonNull(sent);
        Objects.requireNonNull(received);
        Objects.requireNonNull(ending);
        Objects.requireNonNull(detail);
    }
}
