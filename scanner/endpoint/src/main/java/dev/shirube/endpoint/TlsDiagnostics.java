package dev.shirube.endpoint;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.probe.EndpointFacts;
import dev.shirube.endpoint.probe.Fact;
import dev.shirube.endpoint.probe.Observation;
import dev.shirube.endpoint.probe.PqcVerdicts;
import dev.shirube.endpoint.starttls.StartTlsFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What about an endpoint could not be read or decided: unknown, never absent. */
final class TlsDiagnostics {
    private final String location;
    private final EndpointFacts facts;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    TlsDiagnostics(String location, EndpointFacts facts) {
        this.location = location;
        this.facts = facts;
    }

    List<Diagnostic> diagnostics() {
        facts.observations().forEach(this::fault);
        if (facts.tls().isSupported()) {
            undecidedFacts();
        } else if (diagnostics.isEmpty()) {
            undecided("every version and algorithm of TLS", facts.tls());
        }
        return diagnostics.stream().distinct().toList();
    }

    private void undecidedFacts() {
        PqcVerdicts verdicts = PqcVerdicts.of(facts);
        undecided("post-quantum key establishment", verdicts.keyEstablishment());
        undecided("post-quantum authentication", verdicts.authentication());
        undecided("TLS 1.3", facts.version(Tls.TLS13));
        undecided("TLS 1.2", facts.version(Tls.TLS12));
        undecidedMembers("key exchange", facts.openKeyExchanges());
        undecidedMembers("certificates", facts.openFamilies());
        undecided("certificate chain", facts.certificateChain());
    }

    private void undecided(String what, Fact fact) {
        if (fact.isUnknown()) {
            diagnostics.add(Diagnostic.of(DiagnosticCode.HOST_UNDECIDED, location, what, fact.reason()));
        }
    }

    /** One row for all members that were asked for in vain, with the reason of the first. */
    private void undecidedMembers(String what, Map<String, Fact> open) {
        if (!open.isEmpty()) {
            Fact first = open.values().iterator().next();
            undecided(what + " " + String.join(", ", open.keySet()), first);
        }
    }

    private void fault(Observation seen) {
        if (seen.answer().chainCut()) {
            String kept = Integer.toString(seen.answer().chain().size());
            diagnostics.add(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, "certificates of a chain", kept));
        }
        if (seen.startTls().isPresent() && seen.startTls().get().kind() != StartTlsFailure.Kind.UNFINISHED) {
            StartTlsDiagnostics.of(location, seen.startTls().get()).ifPresent(diagnostics::add);
            return;
        }
        Optional<TlsFormatException> fault = seen.answer().fault();
        if (fault.isPresent()) {
            diagnostics.add(formatFault(fault.get()));
            return;
        }
        switch (seen.ending()) {
            case UNREACHABLE ->
                diagnostics.add(Diagnostic.of(DiagnosticCode.HOST_UNREACHABLE, location, seen.detail()));
            case TIMED_OUT -> diagnostics.add(Diagnostic.of(DiagnosticCode.HOST_STALLED, location, seen.detail()));
            case LIMIT ->
                diagnostics.add(Diagnostic.of(
                        DiagnosticCode.LIMIT_REACHED, location, "bytes of one connection", seen.detail()));
            case ANSWERED, CLOSED, RESET -> {
                // What such an ending leaves open shows in the facts.
            }
        }
    }

    private Diagnostic formatFault(TlsFormatException fault) {
        return switch (fault.kind()) {
            case NOT_TLS -> Diagnostic.of(DiagnosticCode.HOST_OTHER_PROTOCOL, location, "TLS", fault.getMessage());
            case MALFORMED -> Diagnostic.of(DiagnosticCode.HOST_MALFORMED, location, "TLS", fault.getMessage());
            case LIMIT ->
                Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, "size of a TLS handshake", fault.getMessage());
        };
    }
}
