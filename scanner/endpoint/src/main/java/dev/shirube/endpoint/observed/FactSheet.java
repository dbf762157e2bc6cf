package dev.shirube.endpoint.observed;

import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ObservedFact.State;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts about one endpoint, each subject once: what was seen counts more than what was ruled out, and that more than
 * what is unknown; of two that say the same, the first.
 */
public final class FactSheet {
    private final SortedMap<String, ObservedFact> facts = new TreeMap<>();

    /** It was seen. */
    public FactSheet supported(String subject, String reason, String probe) {
        return add(new ObservedFact(subject, State.SUPPORTED, reason, probe));
    }

    /** It was refused explicitly, or something else was chosen instead. */
    public FactSheet notSupported(String subject, String reason, String probe) {
        return add(new ObservedFact(subject, State.NOT_SUPPORTED, reason, probe));
    }

    /** It could not be decided. */
    public FactSheet unknown(String subject, String reason) {
        return add(new ObservedFact(subject, State.UNKNOWN, reason, ""));
    }

    /** That fact, unless its subject is decided better already. */
    public FactSheet add(ObservedFact fact) {
        facts.merge(
                fact.subject(),
                fact,
                (old, it) -> it.state().ordinal() < old.state().ordinal() ? it : old);
        return this;
    }

    /** The state of that subject; unknown where nothing was said. */
    public State state(String subject) {
        return facts.containsKey(subject) ? facts.get(subject).state() : State.UNKNOWN;
    }

    /** Subjects that begin so and were seen, without that beginning. */
    public List<String> supported(String prefix) {
        return facts.values().stream()
                .filter(it -> it.state() == State.SUPPORTED && it.subject().startsWith(prefix))
                .map(it -> it.subject().substring(prefix.length()))
                .toList();
    }

    /** All of them as the profile of that endpoint. */
    public EndpointProfile profile(String location, String plan) {
        return new EndpointProfile(location, plan, List.copyOf(facts.values()));
    }
}
