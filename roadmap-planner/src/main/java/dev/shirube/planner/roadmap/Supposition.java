package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Team;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.domain.resources.VendorRelease;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Other resources than those declared, for what-ifs: each returns the resources as they would be. */
public final class Supposition {
    private Supposition() {}

    /**
     * The budget with so much more money in that fiscal year; less where it is negative, but never less than none.
     *
     * @param pool name of a line or department; a year that was not declared is added
     * @return empty where no budget has that name
     */
    public static Optional<Resources> money(Resources resources, String pool, int fiscalYear, long more) {
        List<BudgetAllotment> own = resources.office().budgets().stream()
                .filter(it -> it.pool().equals(pool))
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (own.stream().anyMatch(it -> it.fiscalYear() == fiscalYear)) {
            return Optional.of(changed(
                    resources,
                    it -> it instanceof BudgetAllotment budget
                                    && budget.pool().equals(pool)
                                    && budget.fiscalYear() == fiscalYear
                            ? Optional.of(year(budget, fiscalYear, Math.max(0, budget.yen() + more)))
                            : Optional.of(it)));
        }
        BudgetAllotment like = own.get(own.size() - 1);
        List<ResourceEntry> entries = new ArrayList<>(resources.office().entries());
        entries.add(ResourceEntry.of(year(like, fiscalYear, Math.max(0, more)), ""));
        return Optional.of(resources.withOffice(new OfficeResources(entries)));
    }

    private static BudgetAllotment year(BudgetAllotment like, int fiscalYear, long yen) {
        return new BudgetAllotment(
                like.line(), like.department(), fiscalYear, yen, like.state(), like.paysFor(), like.note());
    }

    /** The team with so many more person-days in each quarter in which it has any. */
    public static Resources people(Resources resources, String team, int more) {
        List<Team> teams = new ArrayList<>();
        for (Team it : resources.teams()) {
            Map<FiscalQuarter, Integer> days = new TreeMap<>(it.personDays());
            days.replaceAll((quarter, has) -> has == 0 ? 0 : Math.max(0, has + more));
            teams.add(it.id().equals(team) ? new Team(it.id(), it.name(), days) : it);
        }
        return resources.withTeams(teams);
    }

    /**
     * The product released on that day.
     *
     * @return empty where no release of that product is declared
     */
    public static Optional<Resources> release(Resources resources, String product, LocalDate day) {
        boolean known = resources.office().releases().stream()
                .anyMatch(it -> it.product().equals(product) || it.key().equals(product));
        return known
                ? Optional.of(changed(
                        resources,
                        it -> it instanceof VendorRelease release
                                        && (release.product().equals(product)
                                                || release.key().equals(product))
                                ? Optional.of(new VendorRelease(
                                        release.product(),
                                        release.version(),
                                        Optional.empty(),
                                        Optional.of(day),
                                        Optional.empty(),
                                        release.source(),
                                        release.note()))
                                : Optional.of(it)))
                : Optional.empty();
    }

    /** Without what fits: freezes lifted, a lead time gone, a product that is there. */
    public static Resources without(Resources resources, Predicate<Resource> gone) {
        return changed(resources, it -> gone.test(it) ? Optional.empty() : Optional.of(it));
    }

    private static Resources changed(Resources resources, Function<Resource, Optional<Resource>> change) {
        List<ResourceEntry> entries = new ArrayList<>();
        for (ResourceEntry entry : resources.office().entries()) {
            change.apply(entry.value())
                    .ifPresent(it -> entries.add(new ResourceEntry(it, entry.origin(), entry.others())));
        }
        return resources.withOffice(new OfficeResources(entries));
    }
}
