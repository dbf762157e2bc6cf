package dev.shirube.domain;

import java.time.LocalDate;

/**
 * A rule that a system need not meet for now: by whose decision, why, with what instead, and until when.
 *
 * @param expires last day; at most one year after it was granted
 */
public record ExceptionGrant(
        String id,
        String system,
        String rule,
        String reason,
        String compensatingMeasure,
        String approver,
        LocalDate granted,
        LocalDate expires)
        implements Comparable<ExceptionGrant> {
    /** Refuses a grant that lasts longer than a year or ends before it starts. */
    public ExceptionGrant {
        if (expires.isBefore(granted) || expires.isAfter(granted.plusYears(1))) {
            throw new IllegalArgumentException("The exception " + id + " runs from " + granted + " to " + expires
                    + ": an exception lasts at most one year. Correct the dates.");
        }
    }

    @Override
    public int compareTo(ExceptionGrant other) {
        return id.compareTo(other.id);
    }
}
