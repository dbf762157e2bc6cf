package dev.shirube.domain.resources;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Team;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the resources mean for a schedule: periods, capacity, money, and when what may begin or end. Whole numbers only.
 *
 * <p>The month is the grid; a quarter's capacity is the sum of its months. A month's capacity is what was declared for it
 * (see {@link FiscalPeriod#share}), times the working days on which the team is there and no work freeze holds, divided by
 * all its working days, rounded down: {@code declared * open / all}. Working days are Monday to Friday: public holidays are
 * taken to be in the declared numbers already. What was not declared is no capacity, and {@link #undeclared} names it.
 */
public final class ResourceCalendar {

    private static final int MAXIMUM_MONTHS = 1_200;

    private final OfficeResources resources;
    private final List<FiscalPeriod> periods;
    private final FreezeDays days;

    private ResourceCalendar(OfficeResources resources, List<FiscalPeriod> periods) {
        this.resources = resources;
        this.periods = List.copyOf(periods);
        FiscalPeriod last = periods.get(periods.size() - 1);
        this.days = new FreezeDays(resources.freezes(), periods.get(0).firstDay(), last.lastDay());
    }

    /**
     * The calendar of so many periods of that length, from the first that begins on or after the as-of date.
     *
     * @throws IllegalArgumentException for less than one period, or more than a hundred years
     */
    public static ResourceCalendar of(OfficeResources resources, LocalDate asOf, Grain grain, int periods) {
        if (periods < 1 || (long) periods * grain.months() > MAXIMUM_MONTHS) {
            throw new IllegalArgumentException(
                    "A calendar has 1 to " + MAXIMUM_MONTHS + " months, not " + periods + " times " + grain.months());
        }
        FiscalPeriod first = FiscalPeriod.from(asOf, grain);
        return new ResourceCalendar(
                resources, IntStream.range(0, periods).mapToObj(first::plus).toList());
    }

    /**
     * Every team with its capacity in the quarters from the first that begins on or after the as-of date to the last that is
     * planned: what a planner by quarters reads. A quarter of which nothing was declared is not named.
     */
    public static List<Team> quarterly(OfficeResources resources, LocalDate asOf, FiscalQuarter last) {
        FiscalQuarter first =
                FiscalQuarter.of(FiscalPeriod.from(asOf, Grain.QUARTER).firstDay());
        int quarters = last.since(first) + 1;
        if (quarters < 1) {
            return resources.teams().stream()
                    .map(it -> new Team(it.id(), it.name(), Map.of()))
                    .toList();
        }
        ResourceCalendar calendar = of(resources, asOf, Grain.QUARTER, quarters);
        return resources.teams().stream().map(calendar::quarterly).toList();
    }

    private Team quarterly(TeamCapacity team) {
        SortedMap<FiscalQuarter, Integer> personDays = new TreeMap<>();
        int[] capacity = capacity(team);
        List<FiscalPeriod> open = undeclared(team);
        for (int i = 0; i < capacity.length; i++) {
            if (capacity[i] > 0 || !open.contains(periods.get(i))) {
                personDays.put(FiscalQuarter.of(periods.get(i).firstDay()), capacity[i]);
            }
        }
        return new Team(team.id(), team.name(), personDays);
    }

    /** The periods, in order. */
    public List<FiscalPeriod> periods() {
        return periods;
    }

    /** The fiscal years that the periods lie in, in order, without gaps. */
    public List<Integer> fiscalYears() {
        return periods.stream().map(FiscalPeriod::fiscalYear).distinct().toList();
    }

    /** For each period the index of its fiscal year in {@link #fiscalYears()}. */
    public int[] yearOfPeriod() {
        int first = periods.get(0).fiscalYear();
        return periods.stream().mapToInt(it -> it.fiscalYear() - first).toArray();
    }

    /** The first period that begins on or after the day, 0 for a day before all of them; empty beyond the last. */
    public OptionalInt firstPeriodFrom(LocalDate day) {
        return IntStream.range(0, periods.size())
                .filter(it -> !periods.get(it).firstDay().isBefore(day))
                .findFirst();
    }

    /** What a team can give in each period, in whole person-days, after freezes. */
    public int[] capacity(TeamCapacity team) {
        BitSet frozen = union(
                days.frozen(FreezeEffect.WORK, FreezeScope.OFFICE, ""),
                days.frozen(FreezeEffect.WORK, FreezeScope.TEAM, team.id()));
        return periods.stream()
                .mapToInt(period -> months(period).stream()
                        .mapToInt(month -> capacity(team, month, frozen))
                        .sum())
                .toArray();
    }

    private int capacity(TeamCapacity team, YearMonth month, BitSet frozen) {
        BitSet working = days.working(month.atDay(1), month.atEndOfMonth());
        long all = working.cardinality();
        working.andNot(frozen);
        days.retain(working, team::present);
        return (int) ((long) team.personDays(month).orElse(0) * working.cardinality() / all);
    }

    /** The periods for which a team has declared nothing, at least for one of their months. */
    public List<FiscalPeriod> undeclared(TeamCapacity team) {
        return periods.stream()
                .filter(period -> months(period).stream()
                        .anyMatch(month -> team.personDays(month).isEmpty()))
                .toList();
    }

    private static List<YearMonth> months(FiscalPeriod period) {
        return IntStream.range(0, period.grain().months())
                .mapToObj(period.first()::plusMonths)
                .toList();
    }

    /** Every pool of money, sorted: budget lines, and departments that have only one. */
    public List<String> pools() {
        return resources.budgets().stream()
                .map(BudgetAllotment::pool)
                .distinct()
                .sorted()
                .toList();
    }

    /** The pools of one department, sorted. */
    public List<String> pools(String department) {
        return resources.budgets().stream()
                .filter(it -> it.department().equals(department))
                .map(BudgetAllotment::pool)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The yen of a pool in each of the {@link #fiscalYears()}.
     *
     * @param counted which allotments count: a plan that may spend only what is in force asks for {@link
     *     BudgetState#GRANTED}
     */
    public long[] budget(String pool, Predicate<BudgetAllotment> counted) {
        List<Integer> years = fiscalYears();
        long[] yen = new long[years.size()];
        for (BudgetAllotment it : resources.budgets()) {
            int year = years.indexOf(it.fiscalYear());
            if (year >= 0 && it.pool().equals(pool) && counted.test(it)) {
                yen[year] = it.yen();
            }
        }
        return yen;
    }

    /**
     * In which periods work on a system by a team may end with its cut-over: in those with at least one working day on which
     * neither the office nor that team nor that system is frozen, whatever the freeze stops.
     *
     * @param team empty where none is named
     */
    public boolean[] cutOverAllowed(String system, String team) {
        BitSet frozen = new BitSet();
        for (FreezeEffect effect : FreezeEffect.values()) {
            frozen.or(days.frozen(effect, FreezeScope.OFFICE, ""));
            frozen.or(days.frozen(effect, FreezeScope.SYSTEM, system));
            frozen.or(days.frozen(effect, FreezeScope.TEAM, team));
        }
        boolean[] allowed = new boolean[periods.size()];
        for (int period = 0; period < allowed.length; period++) {
            BitSet working = days.working(
                    periods.get(period).firstDay(), periods.get(period).lastDay());
            working.andNot(frozen);
            allowed[period] = !working.isEmpty();
        }
        return allowed;
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }

    /**
     * The first day on which work may start whose procurement is requested on that day.
     *
     * @return empty where no such kind of procurement is declared, or not how it comes by its money: that is unknown
     */
    public Optional<LocalDate> firstStart(String procurement, LocalDate requested) {
        return resources.leadTimes().stream()
                .filter(it -> it.procurement().equals(procurement))
                .findFirst()
                .flatMap(it -> it.firstStart(requested));
    }

    /** Everything the calendar was made of. */
    public OfficeResources resources() {
        return resources;
    }

    /** The capacity of all teams, in the order of their ids. */
    public List<int[]> capacities() {
        List<int[]> rows = new ArrayList<>();
        resources.teams().forEach(it -> rows.add(capacity(it)));
        return rows;
    }
}
