package dev.shirube.repository;

import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static dev.shirube.domain.DiagnosticCode.MISSING_OBJECT;

import dev.shirube.domain.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What of a history could not be had; objects that are missing for one reason are one row with their number. */
final class HistoryFaults {
    /** More rows than anybody reads; the rest is one with their number. */
    private static final int MOST = 1_000;

    private final List<Diagnostic> told = new ArrayList<>();
    private final Map<String, Missing> missing = new LinkedHashMap<>();
    private final String reason;
    private int more;

    private static final class Missing {
        private final String first;
        private int others;

        Missing(String first) {
            this.first = first;
        }
    }

    /** @param reason why objects of this repository may be missing: "partial clone"; empty where none should be */
    HistoryFaults(String reason) {
        this.reason = reason;
    }

    /** None yet, of the same repository. */
    HistoryFaults again() {
        return new HistoryFaults(reason);
    }

    void add(Diagnostic diagnostic) {
        if (diagnostic.code() == MISSING_OBJECT) {
            missing(diagnostic.arguments().get(0), reason);
        } else if (told.size() < MOST) {
            told.add(diagnostic);
        } else {
            more++;
        }
    }

    /** An object that is not there. */
    void missing(String id) {
        missing(id, reason);
    }

    /** An object that is not there, for that reason. */
    void missing(String id, String why) {
        Missing before = missing.get(why);
        if (before == null) {
            missing.put(why, new Missing(id));
        } else {
            before.others++;
        }
    }

    /** Tells of all of them. */
    void tell(String location, Consumer<Diagnostic> diagnostics) {
        told.forEach(diagnostics);
        if (more > 0) {
            diagnostics.accept(
                    Diagnostic.of(LIMIT_REACHED, location, "history-faults=" + MOST, (MOST + more) + " faults"));
        }
        missing.forEach((why, it) -> {
            String objects = it.others == 0 ? it.first : it.first + " and " + it.others + " others";
            diagnostics.accept(
                    Diagnostic.of(MISSING_OBJECT, location, why.isEmpty() ? objects : objects + " (" + why + ")"));
        });
    }
}
