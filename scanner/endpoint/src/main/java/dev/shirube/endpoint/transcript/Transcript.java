package dev.shirube.endpoint.transcript;

import java.util.List;

/**
 * All connections made to one endpoint, in order.
 *
 * @param endpoint logical path, for example {@code tls://host:443}
 */
public record Transcript(String endpoint, List<Exchange> exchanges) {

    /** Keeps an unmodifiable copy. */
    public Transcript {
        exchanges = List.copyOf(exchanges);
    }
}
