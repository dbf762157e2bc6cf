package dev.shirube.endpoint.ike;

import static dev.shirube.domain.EndpointProfile.PQC_AUTHENTICATION;
import static dev.shirube.domain.EndpointProfile.PQC_NEGOTIATED;
import static dev.shirube.domain.EndpointProfile.PQC_ONLY;
import static dev.shirube.domain.EndpointProfile.PQC_PREFERRED;
import static dev.shirube.domain.EndpointProfile.PQC_SUPPORTED;

import dev.shirube.domain.ObservedFact.State;
import dev.shirube.endpoint.observed.FactSheet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an IKE responder stands on its way to post-quantum cryptography, by what it chooses. */
final class IkeVerdicts {
    private final IkeFacts facts;

    IkeVerdicts(IkeFacts facts) {
        this.facts = facts;
    }

    void addTo(FactSheet sheet) {
        sheet.unknown(PQC_AUTHENTICATION, "IKE_AUTH is encrypted (RFC 7296 section 1.2)");
        Optional<String> seen =
                pqc().filter(it -> sheet.state(it) == State.SUPPORTED).findFirst();
        if (seen.isPresent()) {
            sheet.supported(PQC_SUPPORTED, seen.get() + " was chosen", "");
            only(sheet);
            preferred(sheet);
            negotiated(sheet);
        } else if (pqc().allMatch(it -> sheet.state(it) == State.NOT_SUPPORTED)) {
            for (String subject : List.of(PQC_SUPPORTED, PQC_PREFERRED, PQC_NEGOTIATED, PQC_ONLY)) {
                sheet.notSupported(subject, "every post-quantum exchange was refused", IkeCourse.ADDITIONAL);
            }
        } else {
            for (String subject : List.of(PQC_SUPPORTED, PQC_PREFERRED, PQC_NEGOTIATED, PQC_ONLY)) {
                sheet.unknown(subject, facts.whyUnknown());
            }
            // Whatever it may choose from others, it was seen to accept a classical exchange.
            negotiated(sheet);
            only(sheet);
        }
    }

    private static Stream<String> pqc() {
        return IkeNames.pqc().stream()
                .flatMap(it -> Stream.of(IkeFacts.ADDITIONAL + IkeNames.name(it), IkeFacts.KEY + IkeNames.name(it)));
    }

    private void only(FactSheet sheet) {
        for (IkeObservation it : facts.observations()) {
            if (it.chosePqc().equals(Optional.of(false))) {
                String name = IkeNames.name(it.chosenKey().orElseThrow());
                sheet.notSupported(PQC_ONLY, "also accepts " + name + " alone", it.probe());
                return;
            }
        }
        Optional<IkeObservation> classical = find(IkeCourse.CLASSICAL);
        if (classical.filter(it -> it.answer().refused() && facts.accepts()).isPresent()) {
            sheet.supported(PQC_ONLY, "refuses every classical exchange alone", IkeCourse.CLASSICAL);
        } else {
            sheet.unknown(PQC_ONLY, classical.map(IkeObservation::outcome).orElse("not asked"));
        }
    }

    private void preferred(FactSheet sheet) {
        if (sheet.state(PQC_ONLY) == State.SUPPORTED) {
            sheet.supported(PQC_PREFERRED, "accepts nothing else", "");
            return;
        }
        Optional<Boolean> first = find(IkeCourse.SA_INIT).flatMap(IkeObservation::chosePqc);
        Optional<Boolean> reversed = find(IkeCourse.CLASSICAL_FIRST).flatMap(IkeObservation::chosePqc);
        if (first.equals(Optional.of(false))) {
            sheet.notSupported(
                    PQC_PREFERRED,
                    "chose a classical exchange from an initiator that prefers hybrids",
                    IkeCourse.SA_INIT);
        } else if (reversed.isEmpty()) {
            sheet.unknown(
                    PQC_PREFERRED,
                    find(IkeCourse.CLASSICAL_FIRST).map(IkeObservation::outcome).orElse("not asked in both orders"));
        } else if (reversed.get()) {
            sheet.supported(
                    PQC_PREFERRED,
                    "chose it from an initiator that prefers a classical exchange",
                    IkeCourse.CLASSICAL_FIRST);
        } else {
            sheet.notSupported(PQC_PREFERRED, "follows the initiator's order", IkeCourse.CLASSICAL_FIRST);
        }
    }

    private void negotiated(FactSheet sheet) {
        Optional<IkeObservation> first = find(IkeCourse.SA_INIT);
        Optional<Boolean> pqc = first.flatMap(IkeObservation::chosePqc);
        if (pqc.isEmpty()) {
            sheet.unknown(PQC_NEGOTIATED, first.map(IkeObservation::outcome).orElse("not asked"));
        } else if (pqc.get()) {
            sheet.supported(PQC_NEGOTIATED, "chosen from hybrid and classical exchanges", IkeCourse.SA_INIT);
        } else {
            sheet.notSupported(
                    PQC_NEGOTIATED,
                    "chose a classical exchange although hybrids were offered first",
                    IkeCourse.SA_INIT);
        }
    }

    private Optional<IkeObservation> find(String probe) {
        return facts.observations().stream()
                .filter(it -> it.probe().equals(probe))
                .reduce((one, other) -> other);
    }
}
