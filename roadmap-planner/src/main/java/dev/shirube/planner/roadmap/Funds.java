package dev.shirube.planner.roadmap;

import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.OfficeResources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The budgets that pay for tasks, in thousands of yen: what a task costs is rounded up, what a budget holds down.
 *
 * <p>A task is paid by the line that the register names for its system; where it names none, by a pool of the system's
 * department that may pay for it, one that names the system before one that names the kind of task, and that before one that
 * pays for anything or for a kind of procurement; of equals the first by name.
 */
final class Funds {
    /** Yen of a unit. */
    static final int UNIT = 1_000;

    private static final int MOST = 500_000_000;

    private final OfficeResources office;
    private final List<String> pools;

    Funds(OfficeResources office) {
        this.office = office;
        this.pools = office.budgets().stream()
                .map(BudgetAllotment::pool)
                .distinct()
                .sorted()
                .toList();
    }

    /** Their names, by index. */
    List<String> pools() {
        return pools;
    }

    /** For each pool the thousands of yen of each fiscal year of the plan; what is not declared is none. */
    List<List<Integer>> budgets(TeamCalendar calendar) {
        List<List<Integer>> rows = new ArrayList<>();
        int first = calendar.first().year();
        int years = calendar.quarter(Math.max(0, calendar.periods() - 1)).year() - first + 1;
        for (String pool : pools) {
            List<Integer> row = new ArrayList<>(Collections.nCopies(years, 0));
            for (BudgetAllotment it : office.budgets()) {
                int year = it.fiscalYear() - first;
                if (it.pool().equals(pool) && year >= 0 && year < years) {
                    row.set(year, (int) Math.min(MOST, it.yen() / UNIT));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /** What a task takes, and of whom. */
    Charge charge(Draft draft) {
        int periods = draft.effort().quarters();
        long yen = draft.effort().yen().orElse(0);
        if (yen == 0 || pools.isEmpty()) {
            return Charge.none(periods);
        }
        int thousands = (int) Math.min(MOST, (yen + UNIT - 1) / UNIT);
        List<Integer> shares = new ArrayList<>();
        for (int offset = 0; offset < periods; offset++) {
            shares.add(thousands / periods + (offset < thousands % periods ? 1 : 0));
        }
        Optional<String> pool = pool(draft);
        return pool.isPresent()
                ? new Charge(OptionalInt.of(pools.indexOf(pool.get())), shares, Optional.empty())
                : new Charge(
                        OptionalInt.empty(), shares, Optional.of(draft.system().owner()));
    }

    private Optional<String> pool(Draft draft) {
        Optional<String> line = draft.system().procurement().budgetLine().value();
        if (line.isPresent()) {
            return line.filter(pools::contains);
        }
        TreeMap<String, Integer> fits = new TreeMap<>();
        for (BudgetAllotment it : office.budgets()) {
            if (!it.department().isEmpty()
                    && it.department().equals(draft.system().owner())) {
                fits.merge(it.pool(), fit(it, draft), Math::max);
            }
        }
        return fits.keySet().stream()
                .filter(it -> fits.get(it) > 0)
                .min(Comparator.comparing((String it) -> -fits.get(it)).thenComparing(it -> it));
    }

    private int fit(BudgetAllotment budget, Draft draft) {
        if (budget.paysFor().contains(draft.key().system())) {
            return 3;
        }
        if (budget.paysFor().contains(draft.key().kind().id())) {
            return 2;
        }
        boolean procured =
                office.leadTimes().stream().anyMatch(it -> budget.paysFor().contains(it.procurement()));
        return budget.paysFor().isEmpty() || procured ? 1 : 0;
    }
}
