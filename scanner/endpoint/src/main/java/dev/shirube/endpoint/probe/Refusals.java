package dev.shirube.endpoint.probe;

import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a refusal is about. A server only says that nothing suits it; which part did not is told by the hellos that it
 * answered: where a refused hello offers again all that was chosen there but one part, that part was refused.
 *
 * <p>A refusal behind which the host no longer answers what it answered before may be that of a limiter: it tells nothing.
 */
final class Refusals {
    /** The parts of a hello, one of which must suit the server. */
    enum Part {
        SUITES,
        GROUPS,
        SCHEMES
    }

    private final List<Observation> choices = new ArrayList<>();
    private final List<Observation> believed;

    Refusals(List<Observation> observations) {
        int lastChoice = -1;
        for (int i = 0; i < observations.size(); i++) {
            if (observations.get(i).choice().isPresent()) {
                choices.add(observations.get(i));
                lastChoice = i;
            }
        }
        int last = observations.size() - 1;
        boolean changed = last > lastChoice && observations.get(last).probe().equals(Control.ID);
        believed = observations.subList(0, changed ? lastChoice + 1 : last + 1);
    }

    /** Whether it is a refusal that may be believed. */
    boolean believes(Observation seen) {
        return seen.refused() && believed.contains(seen);
    }

    /** Whether the server chose anything at all. */
    boolean anyChoice() {
        return !choices.isEmpty();
    }

    /** The one part of that version that was refused; nothing where several, or none, may have been the cause. */
    Optional<Part> part(ClientOffer refused, int version) {
        for (Observation answered : choices) {
            if (answered.chose(version)) {
                Optional<Part> part = part(refused, answered);
                if (part.isPresent()) {
                    return part;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Part> part(ClientOffer refused, Observation answered) {
        List<Part> missing = new ArrayList<>();
        if (!refused.suites().contains(answered.choice().orElseThrow().suite())) {
            missing.add(Part.SUITES);
        }
        if (answered.group().isPresent()
                && !refused.groups().contains(answered.group().getAsInt())) {
            missing.add(Part.GROUPS);
        }
        if (!offersScheme(refused, answered)) {
            missing.add(Part.SCHEMES);
        }
        return missing.size() == 1 ? Optional.of(missing.get(0)) : Optional.empty();
    }

    /** A retry and a key transport show no scheme: only a hello that takes none away is then the same in this part. */
    private static boolean offersScheme(ClientOffer refused, Observation answered) {
        if (answered.answer().scheme().isPresent()) {
            return refused.schemes().contains(answered.answer().scheme().getAsInt());
        }
        List<Integer> before = answered.offer().schemes();
        return refused.schemes().equals(before) || refused.schemes().containsAll(before);
    }

    /** Versions that a refused hello rules out: all it offers, where the refusal can be about nothing else. */
    static List<Integer> versions(Observation refused) {
        List<Integer> offered = refused.offer().versions();
        if (refused.refusedVersions()) {
            return offered;
        }
        if (offered.contains(Tls.TLS13) || !VersionQuestions.asksForVersions(refused.probe())) {
            // It may as well have failed over the groups, or over what this probe left out on purpose.
            return List.of();
        }
        // Servers of SSL 3.0 alone may not bear a newer hello: only its own one tells.
        return offered.get(0) == Tls.SSL30
                ? offered
                : offered.stream().filter(it -> it != Tls.SSL30).toList();
    }
}
