package dev.shirube.endpoint.transport;

import dev.shirube.endpoint.transcript.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * All that was said with one endpoint.
 *
 * @param exchanges those of an earlier run too, in order
 * @param fault of ours that ended its course before the time; what was learnt until then is kept
 */
public record SweepResult(SweepTask task, List<Exchange> exchanges, Optional<RuntimeException> fault) {
    /** Keeps an unmodifiable copy. */
    public SweepResult {
        exchanges = List.copyOf(exchanges);
    }
}
