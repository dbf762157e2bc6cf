package dev.shirube.engine;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import java.io.IOException;
import java.util.List;

/** Bytes that cannot be had, for a reason that has a diagnostic of its own; thrown by a reader's inputs. */
public final class DiagnosedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final DiagnosticCode code;
    private final transient List<String> arguments;

    /** @param arguments the values that the code's message names; never a secret */
    public DiagnosedException(DiagnosticCode code, String... arguments) {
        super(code.id() + " " + String.join(", ", arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The diagnostic for an input at that location. */
    public Diagnostic at(String location) {
        return new Diagnostic(code, location, arguments);
    }
}
