package dev.shirube.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What could not be read or decided: a row, not a log line.
 *
 * @param code what happened; carries the severity and the message in both languages
 * @param location logical path of the input or target
 * @param arguments the values the message names, in the order of its placeholders; never a secret
 */
public record Diagnostic(DiagnosticCode code, String location, List<String> arguments)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::location)
            .thenComparing(Diagnostic::code)
            .thenComparing(it -> String.join("\n", it.arguments));

    /** Keeps an unmodifiable copy; refuses a number of arguments that the message does not have. */
    public Diagnostic {
        Objects.requireNonNull(code);
        Objects.requireNonNull(location);
        arguments = List.copyOf(arguments);
        if (arguments.size() != code.arguments()) {
            throw new IllegalArgumentException(
                    code + " takes " + code.arguments() + " values, not " + arguments.size());
        }
    }

    /** A diagnostic about that location. */
    public static Diagnostic of(DiagnosticCode code, String location, String... arguments) {
        return new Diagnostic(code, location, List.of(arguments));
    }

    /** How much it takes away from what can be concluded. */
    public Severity severity() {
        return code.severity();
    }

    /** The message in that language: names the values and ends in advice. */
    public String message(Language language) {
        return code.message(language, arguments);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
