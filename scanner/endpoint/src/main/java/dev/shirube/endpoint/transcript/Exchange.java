package dev.shirube.endpoint.transcript;

import dev.shirube.engine.ScanTarget.StartTls;
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
 * @param preface what was said in clear before {@code sent}, where the server had to be asked for TLS
 */
public record Exchange(
        String probe,
        Instant at,
        byte[] sent,
        byte[] received,
        Ending ending,
        String detail,
        Optional<byte[]> secret,
        Optional<Preface> preface) {

    /**
     * A dialogue in clear, which ends in TLS if the server agrees.
     *
     * @param sent all bytes sent in clear
     * @param received all bytes received before TLS began
     */
    public record Preface(StartTls protocol, byte[] sent, byte[] received) {
        /** Refuses null. */
        public Preface {
            Objects.requireNonNull(protocol);
            Objects.requireNonNull(sent);
            Objects.requireNonNull(received);
        }
    }

    /** Refuses null. */
    public Exchange {
        Objects.requireNonNull(probe);
        Objects.requireNonNull(at);
        Objects.requireNonNull(sent);
        Objects.requireNonNull(received);
        Objects.requireNonNull(ending);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(secret);
        Objects.requireNonNull(preface);
    }

    /** An exchange without anything before it. */
    public Exchange(
            String probe,
            Instant at,
            byte[] sent,
            byte[] received,
            Ending ending,
            String detail,
            Optional<byte[]> secret) {
        this(probe, at, sent, received, ending, detail, secret, Optional.empty());
    }

    /** The same exchange behind a dialogue in clear. */
    public Exchange behind(Preface dialogue) {
        return new Exchange(probe, at, sent, received, ending, detail, secret, Optional.of(dialogue));
    }

    /** The same exchange as that probe's. */
    public Exchange called(String id) {
        return new Exchange(id, at, sent, received, ending, detail, secret, preface);
    }
}
