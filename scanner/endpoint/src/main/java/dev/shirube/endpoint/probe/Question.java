package dev.shirube.endpoint.probe;

import java.util.Optional;

/** One thing to find out about an endpoint: asked until it is decided, or can no longer be. */
@FunctionalInterface
interface Question {
    /** What to ask next; nothing when this question is done, or has no sense for this server. */
    Optional<Probe> next(EndpointFacts facts);

    /** A question of one probe, asked while the condition holds. */
    static Question once(Probe probe, java.util.function.Predicate<EndpointFacts> condition) {
        return facts ->
                facts.asked(probe.id()).isEmpty() && condition.test(facts) ? Optional.of(probe) : Optional.empty();
    }

    /**
     * A question by elimination: the server names one member each time, and is asked for the others until it refuses them.
     *
     * @param rest offers what is still open; nothing when all is decided
     */
    static Question elimination(String id, Question rest) {
        return facts -> {
            var answers = facts.asked(id);
            if (answers.isEmpty()) {
                return rest.next(facts);
            }
            Observation last = answers.get(answers.size() - 1);
            if (last.choice().isEmpty()) {
                return Optional.empty();
            }
            // A server that chose something else than what it was asked about would be asked the same for ever.
            return rest.next(facts).filter(it -> !it.offers(last.offer()));
        };
    }
}
