package dev.shirube.endpoint.transcript;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One connection: one hello and what came back.
 *
 * @param probe id of the probe, for example {@code wide}
 * @param at when the connection was begun; stays in the transcript
 * @param sent all bytes sent, or that were to be sent where no connection came about
 * @param received all bytes received
 * @param detail of the ending, in a few words of ours; or empty
 * @param secret server_handshake_traffic_secret of this one connection (RFC 8446 section 7.1), so that the transcript can
 *     be read again; it protects nothing but a handshake that was given up
 */
public record Exchange(
        String probe, Instant at, byte[] sent, byte[] received, Ending ending, String detail, Optional<byte[]> secret) {

    /** Refuses null. */
    public Exchange {
        Objects.requireNonNull(probe);
        Objects.requireNonNull(at);
        Objects.requireNonNull(sent);
        Objects.requireNonNull(received);
        Objects.requireNonNull(ending);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(secret);
    }
}
