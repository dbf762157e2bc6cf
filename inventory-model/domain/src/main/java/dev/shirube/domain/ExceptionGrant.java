package dev.shirube.domain;

import java.time.LocalDate;

/**
 * A rule that a system need not meet for now: by whose decision, why, with what instead, and until when.
 *
 * @param subject the task, asset or place it is about; empty for the whole system
 * @param rule the rule that it excepts from, as policies name it
 * @param expires last day; at most one year after it was granted
 */
public record ExceptionGrant(
        String id,
        String system,
        String subject,
        String rule,
        String reason,
        String compensatingMeasure,
        String approver,
        LocalDate granted,
        LocalDate expires)
        implements Comparable<ExceptionGrant> {
    /** Refuses a grant that lasts longer than a year or ends before it starts. */
    public ExceptionGrant {
        if (!lasts(granted, expires)) {
            throw new IllegalArgumentException("The exception " + id + " runs from " + granted + " to " + expires
                    + ": an exception lasts at most one year. Correct the dates.");
        }
    }

    /** Whether an exception may be granted from the one day to the other: forwards, and for at most one year. */
    public static boolean lasts(LocalDate granted, LocalDate expires) {
        return !expires.isBefore(granted) && !expires.isAfter(granted.plusYears(1));
    }

    @Override
    public int compareTo(ExceptionGrant other) {
        return id.compareTo(other.id);
    }
}
