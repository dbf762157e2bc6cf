package dev.shirube.planner.check;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Team;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.Actual;
import dev.shirube.planner.roadmap.CapacityBasis;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up the work of each team and quarter, and looks at every placement beside its window and its predecessors. */
final class PlacementCheck {

    private final Roadmap roadmap;
    private final Map<String, ScheduledTask> byId = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    PlacementCheck(Roadmap roadmap) {
        this.roadmap = roadmap;
        for (ScheduledTask task : roadmap.tasks()) {
            if (byId.put(task.task().id(), task) != null) {
                add(Violation.Kind.COVERAGE, task, "作業が重複している", "the task stands in the plan twice");
            }
        }
    }

    List<Violation> violations() {
        for (ScheduledTask task : roadmap.tasks()) {
            lateness(task);
            if (task.actual().isPresent()) {
                happened(task);
            } else {
                predecessors(task);
                if (task.start().isPresent()) {
                    window(task);
                    effort(task);
                }
            }
            if (task.task().reasons().isEmpty()) {
                add(Violation.Kind.REASON, task, "理由がない", "the task carries no reason");
            }
        }
        capacity();
        return violations;
    }

    /** What began stands where it began; what ended stands there, and takes nobody's time any more. */
    private void happened(ScheduledTask task) {
        FiscalQuarter began = FiscalQuarter.of(task.actual().orElseThrow().start());
        boolean start = task.start().isEmpty() || task.start().get().equals(began);
        boolean end = task.actual()
                .get()
                .end()
                .map(day -> task.personDays().isEmpty() && task.finish().equals(Optional.of(FiscalQuarter.of(day))))
                .orElse(true);
        if (!start || !end) {
            add(Violation.Kind.WINDOW, task, "実績の四半期にない", "it does not stand in the quarters in which it was done");
        }
    }

    private void lateness(ScheduledTask task) {
        boolean unplaced = task.finish().isEmpty();
        boolean after = !unplaced
                && task.task()
                        .deadline()
                        .map(deadline -> task.actual()
                                .flatMap(Actual::end)
                                .orElse(lastDay(task.finish().orElseThrow()))
                                .isAfter(deadline))
                        .orElse(false);
        if (task.late() != (unplaced || after)) {
            add(
                    Violation.Kind.DEADLINE,
                    task,
                    "遅延の表示が期限と一致しない",
                    "what it says of being late does not agree with its deadline");
        }
    }

    private void predecessors(ScheduledTask task) {
        for (String id : task.task().predecessors()) {
            ScheduledTask before = byId.get(id);
            if (before == null) {
                add(Violation.Kind.PRECEDENCE, task, "先行作業 " + id + " がない", "its predecessor " + id + " is missing");
            } else if (task.start().isPresent()
                    && (before.finish().isEmpty()
                            || before.finish().get().compareTo(task.start().get()) >= 0)) {
                add(
                        Violation.Kind.PRECEDENCE,
                        task,
                        "先行作業 " + id + " の前に始まる",
                        "it starts before its predecessor " + id + " is finished");
            }
        }
    }

    private void window(ScheduledTask task) {
        FiscalQuarter start = task.start().orElseThrow();
        FiscalQuarter finish = task.finish().orElseThrow();
        boolean inside = start.compareTo(task.task().release()) >= 0
                && start.firstDay().compareTo(roadmap.settings().asOf()) >= 0
                && finish.compareTo(roadmap.settings().horizon()) <= 0;
        if (!inside) {
            add(Violation.Kind.WINDOW, task, "計画できる期間の外にある", "it stands outside the quarters that can be planned");
        }
        int quarters = finish.since(start) + 1;
        if (quarters != task.task().effort().quarters()) {
            add(
                    Violation.Kind.WINDOW,
                    task,
                    "期間が " + quarters + " 四半期である",
                    "it takes " + quarters + " quarters and not "
                            + task.task().effort().quarters());
        }
    }

    private void effort(ScheduledTask task) {
        if (roadmap.basis() == CapacityBasis.UNCONSTRAINED) {
            return;
        }
        int sum =
                task.personDays().values().stream().mapToInt(Integer::intValue).sum();
        boolean inside = task.personDays().keySet().stream()
                .allMatch(quarter -> quarter.compareTo(task.start().orElseThrow()) >= 0
                        && quarter.compareTo(task.finish().orElseThrow()) <= 0);
        if (sum != task.task().effort().personDays() || !inside) {
            add(
                    Violation.Kind.EFFORT,
                    task,
                    "配置された工数 " + sum + " 人日が作業の工数と一致しない",
                    "the " + sum + " person-days placed are not the work of the task");
        }
    }

    private void capacity() {
        Map<String, Map<FiscalQuarter, Integer>> used = new TreeMap<>();
        for (ScheduledTask task : roadmap.tasks()) {
            task.personDays()
                    .forEach((quarter, days) -> used.computeIfAbsent(task.task().team(), team -> new TreeMap<>())
                            .merge(quarter, days, Integer::sum));
        }
        used.forEach((team, quarters) -> quarters.forEach((quarter, days) -> {
            int declared = declared(team, quarter);
            if (days > declared) {
                violations.add(new Violation(
                        Violation.Kind.CAPACITY,
                        team,
                        new Text(
                                "チーム " + team + " の " + quarter + " は " + declared + " 人日に対し " + days + " 人日",
                                "team " + team + " has " + declared + " person-days in " + quarter + " and is given "
                                        + days)));
            }
        }));
    }

    private int declared(String id, FiscalQuarter quarter) {
        for (Team team : roadmap.teams()) {
            if (team.id().equals(id)) {
                return team.personDays().getOrDefault(quarter, 0);
            }
        }
        return 0;
    }

    /** The last day of a quarter, counted from the calendar rather than asked of the planner's types. */
    private static LocalDate lastDay(FiscalQuarter quarter) {
        int month = 4 + 3 * quarter.quarter();
        return LocalDate.of(quarter.year() + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month, 1)
                .minusDays(1);
    }

    private void add(Violation.Kind kind, ScheduledTask task, String ja, String en) {
        MigrationTask it = task.task();
        violations.add(new Violation(kind, it.id(), new Text(it.id() + "：" + ja, it.id() + ": " + en)));
    }
}
