package dev.shirube.endpoint.ike;

import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact.State;
import dev.shirube.endpoint.course.Attempt;
import dev.shirube.endpoint.course.Course;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one IKE responder is asked. Triage: <ol>
 * <li>{@code sa-init}: hybrids before classical exchanges, once more if nothing comes back;
 * <li>{@code additional}: hybrids and post-quantum exchanges alone, where a classical one was chosen, or everything was
 * refused; {@code classical}: classical ones alone, where a hybrid was chosen or everything was refused;
 * <li>{@code classical-first}: the first offer in the other order, where hybrids are accepted and not required.</ol>
 * In full also the other methods, by elimination.
 */
public final class IkeCourse implements Course {
    static final String SA_INIT = "sa-init";
    static final String ADDITIONAL = "additional";
    static final String CLASSICAL = "classical";
    static final String CLASSICAL_FIRST = "classical-first";
    static final String MORE_ADDITIONAL = "more-additional";
    static final String MORE_CLASSICAL = "more-classical";

    /** The one port without a marker: RFC 3948 has it on 4500, and charon and pluto want it on every other. */
    private static final int PLAIN_PORT = 500;

    private static final int MAXIMUM_OF_FULL = 8;
    private static final int MAXIMUM_OF_DEEP = 40;

    /** One question lost and asked again, and two more. */
    private static final int MAXIMUM_OF_TRIAGE = 4;

    private final ProbePlan plan;
    private final boolean marked;
    private final SecureRandom random;
    private final List<IkeObservation> seen = new ArrayList<>();

    private record Ask(String probe, List<Proposal> offer) {}

    /** A course that has not begun. */
    public IkeCourse(ProbePlan plan, int port, SecureRandom random) {
        this.plan = plan;
        marked = port != PLAIN_PORT;
        this.random = random;
    }

    /** No course makes more exchanges of datagrams than this. */
    public static int mostConnections(ProbePlan plan) {
        return switch (plan) {
            case TRIAGE -> MAXIMUM_OF_TRIAGE;
            case FULL -> MAXIMUM_OF_FULL;
            case DEEP -> MAXIMUM_OF_DEEP;
        };
    }

    @Override
    public void add(Exchange exchange) {
        seen.add(IkeObservation.of(exchange));
    }

    @Override
    public Optional<Attempt> next() {
        return ask().map(it -> new IkeAttempt(it.probe, it.offer, marked, random));
    }

    private Optional<Ask> ask() {
        if (seen.isEmpty()) {
            return Optional.of(new Ask(SA_INIT, IkeOffers.both(true)));
        }
        IkeObservation last = seen.get(seen.size() - 1);
        if (!last.answer().spoke()) {
            // A datagram may get lost (RFC 7296 section 2.1); a second one that is not answered says enough.
            boolean silent =
                    last.ending() == Ending.TIMED_OUT && last.answer().fault().isEmpty();
            return silent && seen.size() == 1 ? Optional.of(new Ask(SA_INIT, IkeOffers.both(true))) : Optional.empty();
        }
        IkeFacts facts = IkeFacts.of(seen);
        Optional<Ask> triage = triage(facts);
        return triage.isPresent() || plan == ProbePlan.TRIAGE ? triage : more(facts);
    }

    private Optional<Ask> triage(IkeFacts facts) {
        Optional<IkeObservation> first = find(SA_INIT);
        boolean hybrid = first.flatMap(IkeObservation::chosePqc).orElse(false);
        boolean chose = first.filter(IkeObservation::chose).isPresent();
        if (chose && !hybrid && find(ADDITIONAL).isEmpty()) {
            return Optional.of(new Ask(ADDITIONAL, IkeOffers.hybrids(IkeNames.pqc(), IkeNames.pqc())));
        }
        if ((hybrid || !chose) && find(CLASSICAL).isEmpty()) {
            return Optional.of(new Ask(CLASSICAL, IkeOffers.groups(IkeOffers.CLASSICAL)));
        }
        boolean optional =
                hybrid && find(CLASSICAL).filter(IkeObservation::chose).isPresent();
        if (optional && find(CLASSICAL_FIRST).isEmpty()) {
            return Optional.of(new Ask(CLASSICAL_FIRST, IkeOffers.both(false)));
        }
        boolean late = !chose
                && find(CLASSICAL)
                        .filter(it -> it.chose() || it.answer().refused())
                        .isPresent();
        return late && find(ADDITIONAL).isEmpty()
                ? Optional.of(new Ask(ADDITIONAL, IkeOffers.hybrids(IkeNames.pqc(), IkeNames.pqc())))
                : Optional.empty();
    }

    private Optional<Ask> more(IkeFacts facts) {
        boolean stop = seen.size() >= (plan == ProbePlan.DEEP ? MAXIMUM_OF_DEEP : MAXIMUM_OF_FULL);
        if (stop || !facts.accepts()) {
            return Optional.empty();
        }
        List<Integer> additional = undecided(facts, IkeFacts.ADDITIONAL, IkeNames.pqc());
        List<Integer> alone = undecided(facts, IkeFacts.KEY, IkeNames.pqc());
        boolean pqc = facts.state(EndpointProfile.PQC_SUPPORTED) == State.SUPPORTED;
        if (pqc && !(additional.isEmpty() && alone.isEmpty()) && !undecidedAfter(MORE_ADDITIONAL)) {
            return Optional.of(new Ask(MORE_ADDITIONAL, IkeOffers.hybrids(additional, alone)));
        }
        List<Integer> groups = undecided(facts, IkeFacts.KEY, IkeOffers.CLASSICAL);
        return groups.isEmpty() || undecidedAfter(MORE_CLASSICAL)
                ? Optional.empty()
                : Optional.of(new Ask(MORE_CLASSICAL, IkeOffers.groups(groups)));
    }

    /** Whether the last probe of that id told nothing, so that the next would tell nothing either. */
    private boolean undecidedAfter(String probe) {
        return seen.stream().anyMatch(it -> it.probe().equals(probe) && !it.chose());
    }

    private static List<Integer> undecided(IkeFacts facts, String prefix, List<Integer> methods) {
        return methods.stream()
                .filter(it -> facts.state(prefix + IkeNames.name(it)) == State.UNKNOWN)
                .toList();
    }

    /** The last of that id: an answer after silence counts. */
    private Optional<IkeObservation> find(String probe) {
        return seen.stream().filter(it -> it.probe().equals(probe)).reduce((one, other) -> other);
    }
}
