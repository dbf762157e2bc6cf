package dev.shirube.planner.check;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.Funding;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.VendorRelease;
import dev.shirube.planner.roadmap.Actual;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduleProof;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.TaskKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds a roadmap against what the office declared, from the declarations themselves and day by day: money by budget and
 * fiscal year, freezes, releases and procurement.
 */
final class OfficeCheck {
    private static final long UNIT = 1_000;
    /** Kinds of work that change what runs. */
    private static final Set<TaskKind> CHANGES = EnumSet.of(
            TaskKind.UPGRADE,
            TaskKind.CONFIGURATION,
            TaskKind.CODE,
            TaskKind.LIBRARY,
            TaskKind.HSM,
            TaskKind.AUTHORITY,
            TaskKind.CERTIFICATE,
            TaskKind.TRUST,
            TaskKind.KEY,
            TaskKind.RE_ENCRYPTION,
            TaskKind.PILOT,
            TaskKind.RETIRE);

    private final Roadmap roadmap;
    private final Inventory inventory;
    private final OfficeResources office;
    private final List<Violation> violations = new ArrayList<>();

    OfficeCheck(Roadmap roadmap, Inventory inventory, OfficeResources office) {
        this.roadmap = roadmap;
        this.inventory = inventory;
        this.office = office;
    }

    List<Violation> violations() {
        roadmap.proof().ifPresent(this::money);
        for (ScheduledTask task : roadmap.tasks()) {
            if (CHANGES.contains(task.task().kind()) && task.start().isPresent() && !begun(task)) {
                frozen(task);
                released(task);
            }
        }
        return violations;
    }

    private boolean begun(ScheduledTask task) {
        return task.actual().isPresent();
    }

    /** What is spent is added up in whole yen, so that rounding to thousands can only have been to the safe side. */
    private void money(ScheduleProof proof) {
        Map<String, Long> spent = new TreeMap<>();
        for (ScheduledTask task : roadmap.tasks()) {
            int index = proof.tasks().indexOf(task.task().id());
            boolean done = task.actual().filter(Actual::done).isPresent();
            long yen = done ? 0 : task.task().effort().yen().orElse(0);
            if (yen == 0
                    || index < 0
                    || task.start().isEmpty()
                    || office.budgets().isEmpty()) {
                continue;
            }
            OptionalInt pool = proof.instance().tasks().get(index).pool();
            if (pool.isEmpty()) {
                add(Violation.Kind.BUDGET, task, "費用を負担する予算がない", "no budget pays for it");
                continue;
            }
            String name = proof.pools().get(pool.getAsInt());
            payer(task, name);
            procured(task, name);
            long thousands = (yen + UNIT - 1) / UNIT;
            int quarters = task.task().effort().quarters();
            for (int offset = quarters - 1; offset >= 0; offset--) {
                FiscalQuarter quarter = task.finish().orElseThrow().plus(offset - quarters + 1);
                int year = quarter.year();
                if (quarter.since(proof.first()) < 0) {
                    break;
                }
                long share = thousands / quarters + (offset < thousands % quarters ? 1 : 0);
                spent.merge(name + "\n" + year, share * UNIT, Long::sum);
            }
        }
        spent.forEach((key, yen) -> {
            String[] parts = key.split("\n");
            long given = office.budgets().stream()
                    .filter(it -> it.pool().equals(parts[0])
                            && String.valueOf(it.fiscalYear()).equals(parts[1]))
                    .mapToLong(BudgetAllotment::yen)
                    .sum();
            if (yen > given) {
                violations.add(new Violation(
                        Violation.Kind.BUDGET,
                        parts[0],
                        new Text(
                                "予算 " + parts[0] + " の " + parts[1] + "年度は " + given + " 円に対し " + yen + " 円",
                                "budget " + parts[0] + " has " + given + " yen in FY" + parts[1] + " and is to spend "
                                        + yen)));
            }
        });
    }

    private void payer(ScheduledTask task, String pool) {
        var system = inventory.system(task.task().system());
        boolean line = system.procurement().budgetLine().value().equals(Optional.of(pool));
        boolean department = office.budgets().stream()
                .anyMatch(it -> it.pool().equals(pool) && it.department().equals(system.owner()));
        if (!line && !department) {
            add(
                    Violation.Kind.BUDGET,
                    task,
                    "他部局の予算 " + pool + " が負担する",
                    "the budget " + pool + " of others pays for it");
        }
    }

    private void frozen(ScheduledTask task) {
        FiscalQuarter last = task.finish().orElseThrow();
        List<Freeze> own = office.freezes().stream()
                .filter(it -> it.target().isEmpty()
                        || it.target().equals(task.task().system())
                        || it.target().equals(task.task().team()))
                .toList();
        boolean open = Stream.iterate(last.firstDay(), day -> !day.isAfter(last.lastDay()), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .anyMatch(day -> own.stream().noneMatch(it -> covers(it, day)));
        if (!open) {
            add(Violation.Kind.WINDOW, task, last + " は全て凍結期間である", "every day of " + last + " is frozen for it");
        }
    }

    private static boolean covers(Freeze freeze, LocalDate day) {
        if (freeze.days() instanceof Freeze.Yearly yearly) {
            return covers(yearly.in(day.getYear()), day) || covers(yearly.in(day.getYear() - 1), day);
        }
        return freeze.days() instanceof Freeze.Once once && covers(once, day);
    }

    private static boolean covers(Freeze.Once once, LocalDate day) {
        return !day.isBefore(once.from()) && !day.isAfter(once.until());
    }

    private void released(ScheduledTask task) {
        var system = inventory.system(task.task().system());
        for (VendorRelease it : office.releases()) {
            boolean own = it.product().equals(system.id()) || it.product().equals(system.name());
            Optional<LocalDate> day = it.likely().or(it::latest).or(it::earliest);
            if (own
                    && day.filter(task.start().orElseThrow().firstDay()::isBefore)
                            .isPresent()) {
                add(
                        Violation.Kind.WINDOW,
                        task,
                        "製品 " + it.key() + " の提供前に始まる",
                        "it starts before the release of " + it.key());
            }
        }
    }

    /** Only lead times that name the budget, or that the budget names, can be told without knowing how tasks are matched. */
    private void procured(ScheduledTask task, String pool) {
        List<BudgetAllotment> years =
                office.budgets().stream().filter(it -> it.pool().equals(pool)).toList();
        List<LeadTime> named = office.leadTimes().stream()
                .filter(it -> it.procurement().equals(pool)
                        || years.stream().allMatch(year -> year.paysFor().equals(List.of(it.procurement()))))
                .filter(it -> office.leadTimes().stream()
                        .noneMatch(other -> List.of(
                                        task.task().system(),
                                        task.task().kind().id(),
                                        task.task().team())
                                .contains(other.procurement())))
                .toList();
        for (LeadTime lead : named) {
            Stream<LocalDate> asked = years.stream()
                    .filter(it -> it.state().isPresent() && it.yen() > 0)
                    .map(it -> LocalDate.of(it.fiscalYear(), 4, 1)
                            .plusMonths(
                                    lead.funding().equals(Optional.of(Funding.REQUEST_THEN_TENDER))
                                            ? lead.months()
                                            : 0));
            Optional<LocalDate> first = Stream.concat(
                            lead.firstStart(roadmap.settings().asOf()).stream(), asked)
                    .min(LocalDate::compareTo);
            boolean early = lead.funding().isPresent()
                    && !begun(task)
                    && first.filter(task.start().orElseThrow().firstDay()::isBefore)
                            .isPresent();
            if (early) {
                add(
                        Violation.Kind.WINDOW,
                        task,
                        "調達「" + lead.procurement() + "」より前に始まる",
                        "it starts before procurement " + lead.procurement() + " allows");
            }
        }
    }

    private void add(Violation.Kind kind, ScheduledTask task, String ja, String en) {
        String id = task.task().id();
        violations.add(new Violation(kind, id, new Text(id + "：" + ja, id + ": " + en)));
    }
}
