package dev.shirube.domain.resources;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Objects;

/**
 * Days on which nothing is done, or nothing is cut over: a closed office, the closing of accounts, an election.
 *
 * @param name what the office calls it
 * @param effect what it stops
 * @param scope for whom it holds
 * @param target id of the team or system; empty for the whole office
 * @param days when it is
 * @param note free text
 */
public record Freeze(String name, FreezeEffect effect, FreezeScope scope, String target, Days days, String note)
        implements Resource {

    /** The days of a freeze, from the first to the last. */
    public sealed interface Days permits Once, Yearly {
        /** The first day as a form writes it. */
        String first();

        /** The last day as a form writes it. */
        String last();
    }

    /** Once, between two dates. */
    public record Once(LocalDate from, LocalDate until) implements Days {
        /** Refuses an end before the beginning. */
        public Once {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("A freeze cannot end on " + until + " before it begins on " + from);
            }
        }

        @Override
        public String first() {
            return from.toString();
        }

        @Override
        public String last() {
            return until.toString();
        }
    }

    /**
     * Every year between two days; where the last is before the first it lies in the next year (年末年始, 12-29 to 01-03).
     * In a year without a 29th of February the 28th takes its place.
     */
    public record Yearly(MonthDay from, MonthDay until) implements Days {
        /** Refuses null. */
        public Yearly {
            Objects.requireNonNull(from);
            Objects.requireNonNull(until);
        }

        /** The one that begins in that calendar year. */
        public Once in(int year) {
            Year begins = Year.of(year);
            Year ends = until.isBefore(from) ? begins.plusYears(1) : begins;
            return new Once(begins.atMonthDay(from), ends.atMonthDay(until));
        }

        @Override
        public String first() {
            return from.toString().substring(2);
        }

        @Override
        public String last() {
            return until.toString().substring(2);
        }
    }

    /** Refuses an empty name, and a target that does not fit the scope. */
    public Freeze {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A freeze needs a name");
        }
        Objects.requireNonNull(effect);
        if (target.isEmpty() != (scope == FreezeScope.OFFICE)) {
            throw new IllegalArgumentException("A freeze of one team or system names it, one of the office does not");
        }
        Objects.requireNonNull(days);
        Objects.requireNonNull(note);
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.FREEZE;
    }

    @Override
    public String key() {
        return name + "/" + scope.id() + "/" + target + "/" + days.first();
    }
}
