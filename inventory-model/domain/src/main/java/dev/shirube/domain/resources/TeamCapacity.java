package dev.shirube.domain.resources;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * People who carry out migrations, with what they can give: an amount that holds for every period, and exceptions.
 *
 * @param id stable id, as {@link dev.shirube.domain.InformationSystem#team()} names it
 * @param name name as the office writes it
 * @param affiliation whose people; not declared if empty
 * @param yenPerPersonDay what one person-day costs; not declared if empty
 * @param usual what they give in every period that is no exception; not declared if empty
 * @param from first day on which they are there; open if empty
 * @param until last day on which they are there; open if empty
 * @param personDays what they give in the periods that are named, in whole person-days; no two overlap
 * @param note free text
 */
public record TeamCapacity(
        String id,
        String name,
        Optional<Affiliation> affiliation,
        Optional<Long> yenPerPersonDay,
        Optional<Usual> usual,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        SortedMap<FiscalPeriod, Integer> personDays,
        String note)
        implements Resource {

    /** What a team gives in every period of one length, in whole person-days. */
    public record Usual(int personDays, Grain every) {
        /** Refuses less than nothing. */
        public Usual {
            notNegative(personDays);
            Objects.requireNonNull(every);
        }
    }

    /** Keeps a sorted, unmodifiable copy; refuses an empty id, less than nothing, and periods that overlap. */
    public TeamCapacity {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A team needs an id");
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(affiliation);
        yenPerPersonDay.ifPresent(TeamCapacity::notNegative);
        Objects.requireNonNull(usual);
        personDays = Collections.unmodifiableSortedMap(new TreeMap<>(personDays));
        Optional<FiscalPeriod> before = Optional.empty();
        for (Map.Entry<FiscalPeriod, Integer> entry : personDays.entrySet()) {
            notNegative(entry.getValue());
            if (before.isPresent() && before.get().overlaps(entry.getKey())) {
                throw new IllegalArgumentException(before.get() + " and " + entry.getKey() + " overlap");
            }
            before = Optional.of(entry.getKey());
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("A team cannot leave on " + until.get() + " before it comes");
        }
        Objects.requireNonNull(note);
    }

    private static void notNegative(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("An amount is not negative: " + amount);
        }
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.TEAM;
    }

    @Override
    public String key() {
        return id;
    }

    /** Whether they are there on that day. */
    public boolean present(LocalDate day) {
        return from.filter(day::isBefore).isEmpty()
                && until.filter(day::isAfter).isEmpty();
    }

    /**
     * What was declared for a month: the share of the period that names it, or else of the usual amount; 0 in a month
     * that lies wholly outside the days on which they are there. Empty when nothing was declared: that is unknown.
     */
    public OptionalInt personDays(YearMonth month) {
        boolean away = from.filter(it -> it.isAfter(month.atEndOfMonth())).isPresent()
                || until.filter(it -> it.isBefore(month.atDay(1))).isPresent();
        if (away) {
            return OptionalInt.of(0);
        }
        for (Grain grain : Grain.values()) {
            FiscalPeriod period = FiscalPeriod.of(month, grain);
            Integer amount = personDays.get(period);
            if (amount != null) {
                return OptionalInt.of(period.share(amount, month));
            }
        }
        return usual.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(FiscalPeriod.of(month, usual.get().every())
                        .share(usual.get().personDays(), month));
    }
}
