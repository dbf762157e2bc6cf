package dev.shirube.reports.sheet;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.TaskKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The uses that have to migrate, and the fiscal year in which the plan ends each: test code and what is safe are left out.
 *
 * @param uses all of them
 * @param ends the fiscal year in which a task is over, by its id; none for a task without a place, or that only waits
 */
record MigratedAssets(List<AssetAssessment> uses, Map<String, Integer> ends) {

    static MigratedAssets of(Roadmap roadmap) {
        Map<String, Integer> ends = new HashMap<>();
        for (ScheduledTask it : roadmap.tasks()) {
            if (it.task().kind() != TaskKind.WAIT && it.finish().isPresent()) {
                ends.put(it.task().id(), it.finish().map(FiscalQuarter::year).orElseThrow());
            }
        }
        return new MigratedAssets(
                roadmap.assets().stream()
                        .filter(it -> it.earliest().isPresent())
                        .toList(),
                ends);
    }

    int total() {
        return uses.size();
    }

    int count(Predicate<AssetAssessment> which) {
        return (int) uses.stream().filter(which).count();
    }

    /** How many of those are left at the end of that fiscal year. */
    int remaining(int year, Predicate<AssetAssessment> which) {
        return count(which.and(it -> end(it).filter(end -> end <= year).isEmpty()));
    }

    private Optional<Integer> end(AssetAssessment use) {
        return use.task().map(ends::get);
    }
}
