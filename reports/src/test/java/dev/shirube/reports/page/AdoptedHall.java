package dev.shirube.reports.page;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.planner.roadmap.Actual;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.planner.roadmap.AdoptedPlan.Quarters;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.sheet.ReportSettings;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The city hall a while after it put its plan in force: one task is overdue, one was finished and is gone, findings are new. */
final class AdoptedHall {
    private static final FiscalQuarter PAST = new FiscalQuarter(2026, 1);

    private AdoptedHall() {}

    /** The city hall's roadmap as the planner makes it, with scores and so with something exposed. */
    static Roadmap roadmap() {
        return roadmap(CityHall.inventory());
    }

    /** The same of another inventory. */
    static Roadmap roadmap(Inventory inventory) {
        return RoadmapPlanner.standard()
                .plan(inventory, Resources.NONE, CityHall.roadmap().settings());
    }

    /** With a scan since, or without one. */
    static ReportSettings settings(boolean scanned) {
        Inventory now = CityHall.inventory();
        Inventory then = new Inventory(
                now.systems(), now.findings().subList(1, now.findings().size()), now.diagnostics(), now.coverage());
        return new ReportSettings(
                CityHall.SETTINGS.organisation(),
                "0.1.0",
                Optional.of(plan()),
                scanned ? Optional.of(InventoryDiff.between(then, now)) : Optional.empty());
    }

    private static AdoptedPlan plan() {
        SortedMap<String, Quarters> quarters =
                new TreeMap<>(AdoptedPlan.of(roadmap()).quarters());
        ScheduledTask first = roadmap().tasks().stream()
                .filter(it -> it.start().isPresent())
                .findFirst()
                .orElseThrow();
        quarters.put(
                first.task().id(),
                new Quarters(
                        PAST,
                        PAST,
                        Optional.empty(),
                        first.task().system(),
                        first.task().title()));
        Actual over = new Actual(PAST.firstDay(), Optional.of(PAST.lastDay()));
        quarters.put(
                "T-vanished",
                new Quarters(PAST, PAST, Optional.of(over), first.task().system(), new Text("旧サーバーの廃止", "Old server")));
        return new AdoptedPlan(PAST.firstDay(), OptionalLong.empty(), quarters);
    }
}
