package dev.shirube.domain.office;

import dev.shirube.domain.ExceptionGrant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The cells of an exception, and the grant that they make. */
public final class ExceptionCells {
    /** Ids of the cells. */
    public static final String SYSTEM = "system";

    public static final String SUBJECT = "subject";
    public static final String RULE = "rule";
    public static final String REASON = "reason";
    public static final String MEASURE = "measure";
    public static final String APPROVER = "approver";
    public static final String GRANTED = "granted";
    public static final String EXPIRES = "expires";

    private ExceptionCells() {}

    static Optional<ExceptionGrant> of(String id, Map<String, String> cells) {
        Optional<LocalDate> granted = Written.day(cells.get(GRANTED));
        Optional<LocalDate> expires = Written.day(cells.get(EXPIRES));
        if (granted.isEmpty() || expires.isEmpty() || !ExceptionGrant.lasts(granted.get(), expires.get())) {
            return Optional.empty();
        }
        return Optional.of(new ExceptionGrant(
                id,
                cells.getOrDefault(SYSTEM, ""),
                cells.getOrDefault(SUBJECT, ""),
                cells.getOrDefault(RULE, ""),
                cells.getOrDefault(REASON, ""),
                cells.getOrDefault(MEASURE, ""),
                cells.getOrDefault(APPROVER, ""),
                granted.get(),
                expires.get()));
    }
}
