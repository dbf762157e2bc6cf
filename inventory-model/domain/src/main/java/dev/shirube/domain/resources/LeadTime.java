package dev.shirube.domain.resources;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a kind of procurement takes from the request to the start of work.
 *
 * <p>Whether it waits for the yearly budget, and until when that is asked for, is convention of Japanese public offices
 * (概算要求 by the end of August, 年度 from April); an office with another rhythm writes its own last day.
 *
 * @param procurement id of the kind of procurement
 * @param name what the office calls it
 * @param months from the request to the start of work
 * @param funding how it comes by its money; not declared if empty, and then nothing can be said of its start
 * @param requestBy last day of a year on which next April's money can be asked for; the convention if empty
 * @param note free text
 */
public record LeadTime(
        String procurement,
        String name,
        int months,
        Optional<Funding> funding,
        Optional<MonthDay> requestBy,
        String note)
        implements Resource {

    /** By convention the last day of the yearly request of the ministries (概算要求). */
    public static final MonthDay CONVENTION = MonthDay.of(8, 31);

    /** Refuses an empty id and less than nothing. */
    public LeadTime {
        if (procurement.isEmpty()) {
            throw new IllegalArgumentException("A kind of procurement needs an id");
        }
        if (months < 0) {
            throw new IllegalArgumentException("A lead time is not negative: " + months);
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(funding);
        Objects.requireNonNull(requestBy);
        Objects.requireNonNull(note);
    }

    /** The first day on which work may start that is requested on that day; empty while the funding is not declared. */
    public Optional<LocalDate> firstStart(LocalDate requested) {
        return funding.map(it -> switch (it) {
            case AT_HAND -> requested.plusMonths(months);
            case REQUEST -> later(requested.plusMonths(months), money(requested));
            case REQUEST_THEN_TENDER -> money(requested).plusMonths(months);
        });
    }

    /** The first of April from which money that is asked for on that day can be spent. */
    private LocalDate money(LocalDate requested) {
        LocalDate last = requestBy.orElse(CONVENTION).atYear(requested.getYear());
        // A last day in January to March asks for the April of the same calendar year.
        boolean sameYear = last.getMonthValue() < 4;
        LocalDate april = LocalDate.of(requested.getYear() + (sameYear ? 0 : 1), 4, 1);
        return requested.isAfter(last) ? april.plusYears(1) : april;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.LEAD_TIME;
    }

    @Override
    public String key() {
        return procurement;
    }
}
