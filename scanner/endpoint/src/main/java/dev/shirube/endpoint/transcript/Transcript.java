package dev.shirube.endpoint.transcript;

import dev.shirube.domain.EndpointProfile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All connections made to one endpoint, in order.
 *
 * @param endpoint logical path, for example {@code tls://host:443}
 * @param plan how much was to be asked, for example {@code full}; empty where the transcript does not say
 */
public record Transcript(String endpoint, Optional<String> plan, List<Exchange> exchanges) {

    /** Keeps an unmodifiable copy. */
    public Transcript {
        Objects.requireNonNull(plan);
        exchanges = List.copyOf(exchanges);
    }

    /** The profile under the plan that the transcript names, or as it is where it names none. */
    public EndpointProfile under(EndpointProfile profile) {
        return plan.map(profile::withPlan).orElse(profile);
    }

    /** A transcript that does not say how much was to be asked. */
    public Transcript(String endpoint, List<Exchange> exchanges) {
        this(endpoint, Optional.empty(), exchanges);
    }
}
