package dev.shirube.endpoint;

import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact;
import dev.shirube.endpoint.observed.FactSheet;
import dev.shirube.endpoint.starttls.StartTlsFailure;
import dev.shirube.endpoint.starttls.StartTlsRecord;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/** Whether a server goes over to TLS when it is asked to: one fact, where it was asked. */
final class StartTlsFacts {
    private StartTlsFacts() {}

    /** The fact {@code starttls/smtp}, or of whichever protocol it was; none where TLS was to begin at once. */
    static List<ObservedFact> of(Transcript transcript) {
        FactSheet sheet = new FactSheet();
        for (Exchange exchange : transcript.exchanges()) {
            exchange.preface()
                    .ifPresent(it ->
                            add(sheet, EndpointProfile.STARTTLS + it.protocol().id(), exchange));
        }
        return sheet.profile(transcript.endpoint(), "").facts();
    }

    private static void add(FactSheet sheet, String subject, Exchange exchange) {
        Optional<StartTlsFailure> failure = StartTlsRecord.failure(exchange);
        if (exchange.ending() == Ending.UNREACHABLE) {
            sheet.unknown(subject, "no connection: " + exchange.detail());
        } else if (failure.isEmpty()) {
            sheet.supported(subject, "agrees to go over to TLS", exchange.probe());
        } else if (failure.get().kind() == StartTlsFailure.Kind.NOT_OFFERED) {
            sheet.notSupported(subject, failure.get().reason(), exchange.probe());
        } else {
            sheet.unknown(subject, failure.get().reason());
        }
    }
}
