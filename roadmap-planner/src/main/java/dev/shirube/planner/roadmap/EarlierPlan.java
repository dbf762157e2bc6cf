package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a new plan has to respect of what was planned and of what happened since.
 *
 * @param starts the first quarter of each task in the plan that is in force; a task that can stay there does
 * @param notBefore tasks that slipped, with the first quarter in which they can start now
 */
public record EarlierPlan(SortedMap<String, FiscalQuarter> starts, SortedMap<String, FiscalQuarter> notBefore) {

    /** Nothing was planned, and nothing slipped. */
    public static final EarlierPlan NONE = new EarlierPlan(Collections.emptySortedMap(), Collections.emptySortedMap());

    /** Keeps sorted, unmodifiable copies. */
    public EarlierPlan {
        starts = Collections.unmodifiableSortedMap(new TreeMap<>(starts));
        notBefore = Collections.unmodifiableSortedMap(new TreeMap<>(notBefore));
    }

    /** That roadmap's quarters, and nothing that slipped. */
    public static EarlierPlan of(Roadmap roadmap) {
        SortedMap<String, FiscalQuarter> starts = new TreeMap<>();
        for (ScheduledTask task : roadmap.tasks()) {
            task.start().ifPresent(start -> starts.put(task.task().id(), start));
        }
        return new EarlierPlan(starts, Collections.emptySortedMap());
    }

    /** The same with those tasks slipped. */
    public EarlierPlan slipped(Map<String, FiscalQuarter> tasks) {
        SortedMap<String, FiscalQuarter> all = new TreeMap<>(notBefore);
        all.putAll(tasks);
        return new EarlierPlan(starts, all);
    }
}
