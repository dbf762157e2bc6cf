package dev.shirube.domain.resources;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Resources for tests, with as little said as possible. */
final class Given {

    private Given() {}

    static OfficeResources resources(Resource... values) {
        return new OfficeResources(
                Stream.of(values).map(it -> ResourceEntry.of(it, "test:1")).toList());
    }

    static TeamCapacity team(String id, Map<FiscalPeriod, Integer> personDays) {
        return new TeamCapacity(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(personDays),
                "");
    }

    static TeamCapacity usual(String id, int personDays, Grain every) {
        return present(id, personDays, every, null, null);
    }

    static TeamCapacity present(String id, int personDays, Grain every, LocalDate from, LocalDate until) {
        return new TeamCapacity(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TeamCapacity.Usual(personDays, every)),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                new TreeMap<>(),
                "");
    }

    static BudgetAllotment budget(String department, int year, long yen, BudgetState state) {
        return new BudgetAllotment("", department, year, yen, Optional.ofNullable(state), List.of(), "");
    }

    static Freeze freeze(FreezeEffect effect, FreezeScope scope, String target, String from, String until) {
        Freeze.Days days = from.length() > 5
                ? new Freeze.Once(LocalDate.parse(from), LocalDate.parse(until))
                : new Freeze.Yearly(MonthDay.parse("--" + from), MonthDay.parse("--" + until));
        return new Freeze(effect + from, effect, scope, target, days, "");
    }

    static LeadTime leadTime(int months, Funding funding, MonthDay requestBy) {
        return new LeadTime("hsm", "HSM", months, Optional.ofNullable(funding), Optional.ofNullable(requestBy), "");
    }

    static FiscalPeriod month(int year, int month) {
        return new FiscalPeriod(YearMonth.of(year, month), Grain.MONTH);
    }
}
