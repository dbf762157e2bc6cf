package dev.shirube.domain.observed;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.Text;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A system that declares one thing of its key establishment, and an endpoint of it that was seen to do another.
 *
 * @param endpoint its location
 * @param outcome one of the two that contradict
 * @param declared what is declared, and where; may be empty where nothing declares what was observed
 * @param observed what was seen, with the probe that decided it
 */
public record Discrepancy(
        String system,
        String endpoint,
        Comparison.Outcome outcome,
        List<DeclaredExchange> declared,
        ObservedFact observed) {

    /** As many declarations stand in a sentence; the others are counted. */
    private static final int NAMED = 3;

    /** Keeps an unmodifiable copy. */
    public Discrepancy {
        declared = List.copyOf(declared);
    }

    /** All discrepancies of an inventory, by system and location; where one side is open there is none. */
    public static List<Discrepancy> of(Inventory inventory) {
        return Comparison.of(inventory).stream()
                .flatMap(it -> it.discrepancy().stream())
                .toList();
    }

    /** The same as a row beside what could not be read or decided. */
    public Diagnostic diagnostic() {
        DiagnosticCode code = outcome == Comparison.Outcome.DECLARED_NOT_OBSERVED
                ? DiagnosticCode.DECLARED_NOT_OBSERVED
                : DiagnosticCode.OBSERVED_NOT_DECLARED;
        return Diagnostic.of(code, endpoint, declarations(), observation());
    }

    /** What is declared, what was observed, and what to do, in a sentence or two. */
    public Text text() {
        Diagnostic row = diagnostic();
        return new Text(row.message(Language.JA), row.message(Language.EN));
    }

    private String declarations() {
        if (declared.isEmpty()) {
            return "nothing names it";
        }
        String named =
                declared.stream().limit(NAMED).map(DeclaredExchange::text).collect(Collectors.joining(", "));
        int more = declared.size() - NAMED;
        return more > 0 ? named + ", and " + more + " more" : named;
    }

    private String observation() {
        String probe = observed.probe().isEmpty() ? "several probes" : "probe " + observed.probe();
        return observed.reason().isEmpty() ? probe : probe + ": " + observed.reason();
    }
}
