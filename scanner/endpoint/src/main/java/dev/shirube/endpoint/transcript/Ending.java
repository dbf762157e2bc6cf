package dev.shirube.endpoint.transcript;

import java.util.Locale;
import java.util.Optional;

/** How one connection came to its end, as the transport saw it. */
public enum Ending {
    /** The answer was complete, or could not be read on; we closed. */
    ANSWERED,
    /** The peer closed in order. */
    CLOSED,
    /** The peer, or something on the way, reset the connection. */
    RESET,
    /** A deadline passed; the detail is the deadline in milliseconds. */
    TIMED_OUT,
    /** More bytes came than are taken from one connection; the detail is that number. */
    LIMIT,
    /** No connection came about; the detail says why in a few words. */
    UNREACHABLE;

    /** The id that transcripts carry. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Ending> of(String id) {
        for (Ending ending : values()) {
            if (ending.id().equals(id)) {
                return Optional.of(ending);
            }
        }
        return Optional.empty();
    }
}
