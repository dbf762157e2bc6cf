package dev.shirube.domain.resources;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which days between two dates are frozen for whom; one bit a day, so that many freezes cost little. */
final class FreezeDays {

    private final LocalDate first;
    private final int days;
    private final BitSet weekdays = new BitSet();
    private final Map<String, BitSet> frozen = new HashMap<>();

    FreezeDays(List<Freeze> freezes, LocalDate first, LocalDate last) {
        this.first = first;
        this.days = Math.toIntExact(ChronoUnit.DAYS.between(first, last)) + 1;
        for (int day = 0; day < days; day++) {
            DayOfWeek weekday = first.plusDays(day).getDayOfWeek();
            weekdays.set(day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
        }
        freezes.forEach(this::add);
    }

    private void add(Freeze freeze) {
        BitSet set = frozen.computeIfAbsent(key(freeze.effect(), freeze.scope(), freeze.target()), it -> new BitSet());
        if (freeze.days() instanceof Freeze.Once once) {
            set(set, once);
        } else if (freeze.days() instanceof Freeze.Yearly yearly) {
            // One that began in the year before may reach into the first.
            int last = first.plusDays(days).getYear();
            for (int year = first.getYear() - 1; year <= last; year++) {
                set(set, yearly.in(year));
            }
        }
    }

    private void set(BitSet set, Freeze.Once days) {
        int from = index(days.from());
        int until = index(days.until().plusDays(1));
        set.set(from, Math.max(from, until));
    }

    private int index(LocalDate day) {
        return (int) Math.max(0, Math.min(days, ChronoUnit.DAYS.between(first, day)));
    }

    /** The working days, Monday to Friday, of a period. */
    BitSet working(LocalDate from, LocalDate until) {
        BitSet set = new BitSet();
        set.set(index(from), index(until.plusDays(1)));
        set.and(weekdays);
        return set;
    }

    /** The days of the set that satisfy a condition. */
    void retain(BitSet set, Predicate<LocalDate> condition) {
        for (int day = set.nextSetBit(0); day >= 0; day = set.nextSetBit(day + 1)) {
            if (!condition.test(first.plusDays(day))) {
                set.clear(day);
            }
        }
    }

    /** The days on which that is frozen for that target. */
    BitSet frozen(FreezeEffect effect, FreezeScope scope, String target) {
        return frozen.getOrDefault(key(effect, scope, target), new BitSet());
    }

    private static String key(FreezeEffect effect, FreezeScope scope, String target) {
        return effect + " " + scope + " " + target;
    }
}
