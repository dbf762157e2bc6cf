package dev.shirube.endpoint.observed;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.wire.WireFormatException;
import java.util.Optional;

/** Says of a connection that ended badly what a reader of the results must know. */
public final class Faults {
    private Faults() {}

    /**
     * The diagnostic of one connection; nothing where its end leaves nothing open but what shows in the facts.
     *
     * @param protocol as people call it, for example {@code SSH}
     * @param detail of the ending
     */
    public static Optional<Diagnostic> of(
            String location, String protocol, Optional<WireFormatException> fault, Ending ending, String detail) {
        if (fault.isPresent()) {
            String message = fault.get().getMessage();
            return Optional.of(
                    switch (fault.get().kind()) {
                        case OTHER_PROTOCOL ->
                            Diagnostic.of(DiagnosticCode.HOST_OTHER_PROTOCOL, location, protocol, message);
                        case MALFORMED -> Diagnostic.of(DiagnosticCode.HOST_MALFORMED, location, protocol, message);
                        case LIMIT -> Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, protocol, message);
                    });
        }
        return switch (ending) {
            case UNREACHABLE -> Optional.of(Diagnostic.of(DiagnosticCode.HOST_UNREACHABLE, location, detail));
            case TIMED_OUT -> Optional.of(Diagnostic.of(DiagnosticCode.HOST_STALLED, location, detail));
            case LIMIT ->
                Optional.of(Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, "bytes of one connection", detail));
            case ANSWERED, CLOSED, RESET -> Optional.empty();
        };
    }
}
