package dev.shirube.endpoint;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.starttls.StartTlsFailure;
import java.util.Optional;

/** What is said of a server that did not go over to TLS. */
final class StartTlsDiagnostics {
    private StartTlsDiagnostics() {}

    /** Nothing where the failure shows in what stays undecided. */
    static Optional<Diagnostic> of(String location, StartTlsFailure failure) {
        String protocol = failure.protocolName();
        String reason = failure.reason();
        return switch (failure.kind()) {
            case NOT_OFFERED -> diagnostic(DiagnosticCode.STARTTLS_NOT_OFFERED, location, protocol, reason);
            case TLS_AT_ONCE, OTHER_PROTOCOL ->
                diagnostic(DiagnosticCode.HOST_OTHER_PROTOCOL, location, protocol, reason);
            case MALFORMED, CLEAR_TEXT_BEHIND -> diagnostic(DiagnosticCode.HOST_MALFORMED, location, protocol, reason);
            case LIMIT -> diagnostic(DiagnosticCode.LIMIT_REACHED, location, "length of a dialogue before TLS", reason);
            case REFUSED, UNFINISHED -> Optional.empty();
        };
    }

    private static Optional<Diagnostic> diagnostic(DiagnosticCode code, String location, String first, String second) {
        return Optional.of(Diagnostic.of(code, location, first, second));
    }
}
