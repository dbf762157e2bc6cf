package dev.shirube.endpoint.ike;

import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact.State;
import dev.shirube.endpoint.observed.FactSheet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the probes of one IKE responder add up to.
 *
 * <p>A thing is ruled out only by an explicit refusal, and only where the same ciphers were accepted with something else:
 * a responder also refuses everything when no connection is configured for our address.
 */
final class IkeFacts {
    static final String VERSION = EndpointProfile.VERSION + "IKEv2";
    static final String KEY = EndpointProfile.IKE_KEY_EXCHANGE;
    static final String ADDITIONAL = EndpointProfile.IKE_ADDITIONAL;
    static final String INTERMEDIATE = "extension/INTERMEDIATE_EXCHANGE_SUPPORTED";

    private final List<IkeObservation> seen;
    private final FactSheet sheet = new FactSheet();

    private IkeFacts(List<IkeObservation> seen) {
        this.seen = List.copyOf(seen);
    }

    static IkeFacts of(List<IkeObservation> seen) {
        IkeFacts facts = new IkeFacts(seen);
        facts.addAsked();
        seen.forEach(facts::addSeen);
        seen.forEach(facts::addRefused);
        new IkeVerdicts(facts).addTo(facts.sheet);
        return facts;
    }

    List<IkeObservation> observations() {
        return seen;
    }

    State state(String subject) {
        return sheet.state(subject);
    }

    /** Whether the responder accepted anything at all. */
    boolean accepts() {
        return seen.stream().anyMatch(IkeObservation::chose);
    }

    /** Why things are unknown: how the probes ended that told nothing. */
    String whyUnknown() {
        String reasons = seen.stream()
                .filter(it -> !it.chose())
                .map(IkeObservation::outcome)
                .distinct()
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "not asked" : reasons;
    }

    EndpointProfile profile(String location) {
        boolean more = seen.stream().anyMatch(it -> it.probe().startsWith("more-"));
        return sheet.profile(location, more ? "full" : "triage");
    }

    /** What every course asks about stays in the profile, even where nothing was answered. */
    private void addAsked() {
        sheet.unknown(VERSION, whyUnknown());
        TreeSet<Integer> offered = new TreeSet<>();
        for (IkeObservation it : seen) {
            it.offered().forEach(proposal -> offered.addAll(proposal.ids(Ike.KE)));
        }
        offered.forEach(it -> sheet.unknown(KEY + IkeNames.name(it), undecided(whyUnknown())));
        IkeNames.pqc().forEach(it -> sheet.unknown(ADDITIONAL + IkeNames.name(it), undecided(whyUnknown())));
    }

    private static String undecided(String reason) {
        return reason.equals("not asked") ? "offered beside others, one of which was chosen" : reason;
    }

    private void addSeen(IkeObservation it) {
        if (it.answer().spoke()) {
            sheet.supported(VERSION, "answers IKE_SA_INIT", it.probe());
        }
        it.chosenKey().ifPresent(key -> sheet.supported(KEY + IkeNames.name(key), "chosen", it.probe()));
        it.chosenAdditional()
                .orElse(List.of())
                .forEach(key -> sheet.supported(ADDITIONAL + IkeNames.name(key), "chosen", it.probe()));
        if (it.answer().notices().contains(Ike.INTERMEDIATE_EXCHANGE_SUPPORTED)) {
            sheet.supported(INTERMEDIATE, "announced", it.probe());
        } else if (it.answer().chosen().isPresent()) {
            sheet.notSupported(INTERMEDIATE, "not announced in an answer that could have", it.probe());
        }
        if (it.answer().cookie()) {
            sheet.supported("extension/COOKIE", "asked for one", it.probe());
        }
    }

    private void addRefused(IkeObservation it) {
        if (!it.answer().refused() || !accepts() || plain(it).anyMatch(this::isSupported)) {
            return; // the last: it refuses what it accepted, so the refusal is about something else
        }
        String reason = "refused with ciphers that are accepted otherwise";
        plain(it).forEach(key -> sheet.notSupported(KEY + IkeNames.name(key), reason, it.probe()));
        for (Proposal proposal : it.offered()) {
            if (proposal.ids(Ike.KE).stream().anyMatch(this::isSupported)) {
                proposal.additional()
                        .forEach(key -> sheet.notSupported(ADDITIONAL + IkeNames.name(key), reason, it.probe()));
            }
        }
    }

    private boolean isSupported(int key) {
        return state(KEY + IkeNames.name(key)) == State.SUPPORTED
                && seen.stream()
                        .anyMatch(it -> it.chosenKey().stream().anyMatch(chosen -> chosen == key)
                                && it.chosenAdditional().filter(List::isEmpty).isPresent());
    }

    /** Methods that were offered without an additional one. */
    private static Stream<Integer> plain(IkeObservation it) {
        return it.offered().stream()
                .filter(proposal -> proposal.additional().isEmpty())
                .flatMap(proposal -> proposal.ids(Ike.KE).stream());
    }
}
