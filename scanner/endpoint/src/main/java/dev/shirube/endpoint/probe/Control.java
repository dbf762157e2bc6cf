package dev.shirube.endpoint.probe;

import java.util.List;
import java.util.Optional;

/**
 * The same hello that was answered before: a host that now breaks off or refuses it counts connections, or something on
 * the way does, and what it refused meanwhile tells nothing.
 */
final class Control implements Question {
    static final String ID = "control";

    /** After the last question, where the last words of the host were refusals. */
    @Override
    public Optional<Probe> next(EndpointFacts facts) {
        List<Observation> since = sinceLastChoice(facts.observations());
        return since.stream().anyMatch(Observation::refused) ? probe(facts) : Optional.empty();
    }

    /** At once, where the host broke off twice. */
    static Optional<Probe> whenFailing(EndpointFacts facts) {
        List<Observation> since = sinceLastChoice(facts.observations());
        return since.stream().filter(Observation::failed).count() >= 2 ? probe(facts) : Optional.empty();
    }

    private static Optional<Probe> probe(EndpointFacts facts) {
        return facts.observations().stream()
                .filter(it -> it.choice().isPresent())
                .findFirst()
                .map(it -> Probe.repeating(it, ID));
    }

    private static List<Observation> sinceLastChoice(List<Observation> observations) {
        for (int i = observations.size() - 1; i >= 0; i--) {
            if (observations.get(i).choice().isPresent()) {
                return observations.subList(i + 1, observations.size());
            }
        }
        return observations;
    }
}
