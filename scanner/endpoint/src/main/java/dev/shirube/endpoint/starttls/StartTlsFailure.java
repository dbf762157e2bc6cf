package dev.shirube.endpoint.starttls;

import dev.shirube.engine.ScanTarget.StartTls;
import java.util.Locale;
import java.util.Objects;

/**
 * Why a connection did not get from clear text to TLS.
 *
 * @param protocol what the server was taken to speak
 * @param reason in a few words of ours, without any text of the server's
 */
public record StartTlsFailure(StartTls protocol, Kind kind, String reason) {
    /** The reason where the connection ended first; how it did is told elsewhere. */
    static final String NOT_AGREED = "it had not agreed when the connection ended";

    /** What kind of failure it is. */
    public enum Kind {
        /** The server says that it has no STARTTLS, or does not name it among what it has. */
        NOT_OFFERED,
        /** The server has it and refuses it now, or refuses any service. */
        REFUSED,
        /** The server speaks TLS from the first byte. */
        TLS_AT_ONCE,
        /** The server speaks something else. */
        OTHER_PROTOCOL,
        /** The right protocol, but broken. */
        MALFORMED,
        /** A bound was reached. */
        LIMIT,
        /** Clear text stood behind the server's agreement, which a client must not take for TLS (CVE-2011-0411). */
        CLEAR_TEXT_BEHIND,
        /** The connection ended before the server had agreed. */
        UNFINISHED
    }

    /** Refuses null. */
    public StartTlsFailure {
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(reason);
    }

    /** The protocol as people write it, for example {@code SMTP}. */
    public String protocolName() {
        return protocol.id().toUpperCase(Locale.ROOT);
    }
}
