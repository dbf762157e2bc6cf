package dev.shirube.domain.resources;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Team;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that an office declared of its resources.
 *
 * @param entries sorted by kind and key; no two declare the same thing
 */
public record OfficeResources(List<ResourceEntry> entries) {

    /** Nothing declared. */
    public static final OfficeResources NONE = new OfficeResources(List.of());

    /** Keeps a sorted, unmodifiable copy; refuses two declarations of one thing. */
    public OfficeResources {
        Set<ResourceEntry> sorted = new TreeSet<>(entries);
        if (sorted.size() != entries.size()) {
            throw new IllegalArgumentException("One resource is declared twice");
        }
        entries = List.copyOf(sorted);
    }

    /** What an older store kept: teams with quarters, and budgets of departments. */
    public static OfficeResources of(Collection<Team> teams, Collection<BudgetLine> budgets) {
        List<ResourceEntry> entries = new ArrayList<>();
        teams.forEach(it -> entries.add(ResourceEntry.of(capacity(it), "")));
        for (BudgetLine it : budgets) {
            BudgetAllotment allotment = new BudgetAllotment(
                    "", it.department(), it.fiscalYear(), it.yen(), Optional.empty(), List.of(), "");
            entries.add(ResourceEntry.of(allotment, ""));
        }
        return new OfficeResources(entries);
    }

    private static TeamCapacity capacity(Team team) {
        SortedMap<FiscalPeriod, Integer> personDays = new TreeMap<>();
        team.personDays()
                .forEach((quarter, days) ->
                        personDays.put(new FiscalPeriod(YearMonth.from(quarter.firstDay()), Grain.QUARTER), days));
        return new TeamCapacity(
                team.id(),
                team.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                personDays,
                "");
    }

    /** All teams, by id. */
    public List<TeamCapacity> teams() {
        return all(TeamCapacity.class);
    }

    /** All budgets, by department, line and year. */
    public List<BudgetAllotment> budgets() {
        return all(BudgetAllotment.class);
    }

    /** All freezes, by name. */
    public List<Freeze> freezes() {
        return all(Freeze.class);
    }

    /** All lead times, by kind of procurement. */
    public List<LeadTime> leadTimes() {
        return all(LeadTime.class);
    }

    /** The office's own efforts, by kind of task and unit. */
    public List<EffortRate> efforts() {
        return all(EffortRate.class);
    }

    /** All releases, by product. */
    public List<VendorRelease> releases() {
        return all(VendorRelease.class);
    }

    private <T extends Resource> List<T> all(Class<T> type) {
        return entries.stream()
                .map(ResourceEntry::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The entries of that kind. */
    public List<ResourceEntry> entries(ResourceKind kind) {
        return entries.stream().filter(it -> it.value().kind() == kind).toList();
    }

    /** Money by department and fiscal year, whatever its line and state: what the planner's summary shows. */
    public List<BudgetLine> budgetLines() {
        SortedMap<BudgetLine, Long> yen = new TreeMap<>();
        for (BudgetAllotment it : budgets()) {
            String department = it.department().isEmpty() ? it.line() : it.department();
            yen.merge(new BudgetLine(department, it.fiscalYear(), 0), it.yen(), OfficeResources::sum);
        }
        return yen.entrySet().stream()
                .map(it -> new BudgetLine(it.getKey().department(), it.getKey().fiscalYear(), it.getValue()))
                .toList();
    }

    /** Amounts beyond the range of a number are more than any plan can spend. */
    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    /** These and those: of two that declare the same thing the newer one, and what only one of them names stays. */
    public OfficeResources with(OfficeResources newer) {
        SortedMap<ResourceEntry, ResourceEntry> all = new TreeMap<>();
        entries.forEach(it -> all.put(it, it));
        newer.entries.forEach(it -> {
            all.remove(it);
            all.put(it, it);
        });
        return new OfficeResources(List.copyOf(all.values()));
    }

    /** The same, but of every kind that the newer ones name only what they name. */
    public OfficeResources replacedBy(OfficeResources newer) {
        Set<ResourceKind> named = EnumSet.noneOf(ResourceKind.class);
        newer.entries.forEach(it -> named.add(it.value().kind()));
        List<ResourceEntry> all = new ArrayList<>(newer.entries);
        entries.stream().filter(it -> !named.contains(it.value().kind())).forEach(all::add);
        return new OfficeResources(all);
    }

    /** What a later state has that this one has not, and the other way round; where both are equal there is nothing. */
    public List<ResourceChange> changes(OfficeResources later) {
        SortedMap<ResourceEntry, ResourceEntry> old = new TreeMap<>();
        entries.forEach(it -> old.put(it, it));
        List<ResourceChange> changes = new ArrayList<>();
        for (ResourceEntry entry : later.entries) {
            Optional<ResourceEntry> before = Optional.ofNullable(old.remove(entry));
            boolean same = before.isPresent()
                    && before.get().value().equals(entry.value())
                    && before.get().others().equals(entry.others());
            if (!same) {
                changes.add(new ResourceChange(before, Optional.of(entry)));
            }
        }
        old.keySet().forEach(it -> changes.add(new ResourceChange(Optional.of(it), Optional.empty())));
        Collections.sort(changes);
        return List.copyOf(changes);
    }
}
