package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.office.OfficeEdits;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a new plan has to respect of what was planned and of what happened since.
 *
 * @param starts the first quarter of each task in the plan that is in force; a task that can stay there does
 * @param notBefore tasks that slipped, with the first quarter in which they can start now
 * @param pins tasks that start in exactly that quarter, as long as that is possible at all
 * @param actuals tasks that were begun or finished: those stand where they stood, and what is done takes nothing any more
 */
public record EarlierPlan(
        SortedMap<String, FiscalQuarter> starts,
        SortedMap<String, FiscalQuarter> notBefore,
        SortedMap<String, FiscalQuarter> pins,
        SortedMap<String, Actual> actuals) {

    /** Nothing was planned, and nothing slipped. */
    public static final EarlierPlan NONE = new EarlierPlan(Collections.emptySortedMap(), Collections.emptySortedMap());

    /** Keeps sorted, unmodifiable copies. */
    public EarlierPlan {
        starts = Collections.unmodifiableSortedMap(new TreeMap<>(starts));
        notBefore = Collections.unmodifiableSortedMap(new TreeMap<>(notBefore));
        pins = Collections.unmodifiableSortedMap(new TreeMap<>(pins));
        actuals = Collections.unmodifiableSortedMap(new TreeMap<>(actuals));
    }

    /** Nothing is pinned. */
    public EarlierPlan(SortedMap<String, FiscalQuarter> starts, SortedMap<String, FiscalQuarter> notBefore) {
        this(starts, notBefore, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    /** That roadmap's quarters, and nothing that slipped. */
    public static EarlierPlan of(Roadmap roadmap) {
        SortedMap<String, FiscalQuarter> starts = new TreeMap<>();
        SortedMap<String, Actual> actuals = new TreeMap<>();
        for (ScheduledTask task : roadmap.tasks()) {
            task.start().ifPresent(start -> starts.put(task.task().id(), start));
            task.actual().ifPresent(it -> actuals.put(task.task().id(), it));
        }
        return new EarlierPlan(starts, Collections.emptySortedMap(), Collections.emptySortedMap(), actuals);
    }

    /** That roadmap with all tasks in their place, or without one, but those, which stand where they like. */
    public static EarlierPlan allBut(Roadmap roadmap, Set<String> free) {
        SortedMap<String, FiscalQuarter> others = new TreeMap<>(of(roadmap).starts);
        others.keySet().removeAll(free);
        SortedMap<String, FiscalQuarter> never = new TreeMap<>();
        for (ScheduledTask task : roadmap.tasks()) {
            if (task.start().isEmpty() && !free.contains(task.task().id())) {
                never.put(task.task().id(), roadmap.settings().horizon().plus(1));
            }
        }
        return new EarlierPlan(others, never, others, of(roadmap).actuals);
    }

    /** The same with those tasks slipped: what was pinned is so no more. */
    public EarlierPlan slipped(Map<String, FiscalQuarter> tasks) {
        SortedMap<String, FiscalQuarter> all = new TreeMap<>(notBefore);
        all.putAll(tasks);
        SortedMap<String, FiscalQuarter> pinned = new TreeMap<>(pins);
        pinned.keySet().removeAll(tasks.keySet());
        return new EarlierPlan(starts, all, pinned, actuals);
    }

    /** The same, and that happened too. */
    public EarlierPlan happened(Map<String, Actual> tasks) {
        SortedMap<String, Actual> all = new TreeMap<>(actuals);
        all.putAll(tasks);
        return new EarlierPlan(starts, notBefore, pins, all);
    }

    /** The same with those tasks in exactly those quarters. */
    public EarlierPlan pinned(Map<String, FiscalQuarter> tasks) {
        SortedMap<String, FiscalQuarter> all = new TreeMap<>(pins);
        all.putAll(tasks);
        return new EarlierPlan(starts, notBefore, all, actuals);
    }

    /**
     * The same with what the office wrote: what happened with its tasks, and where those are to start that were not begun. Of
     * two accounts of one task the one that says more holds; of equals the one that is here already, which is the newer.
     */
    public EarlierPlan edited(OfficeEdits edits) {
        SortedMap<String, Actual> happened = new TreeMap<>();
        SortedMap<String, FiscalQuarter> pinned = new TreeMap<>();
        edits.tasks().forEach((id, task) -> {
            task.begun().ifPresent(begun -> happened.put(id, new Actual(begun, task.finished())));
            task.start()
                    .filter(it -> task.begun().isEmpty() && !notBefore.containsKey(id))
                    .ifPresent(it -> pinned.put(id, it));
        });
        happened.keySet()
                .removeIf(id -> actuals.containsKey(id)
                        && (actuals.get(id).done() || !happened.get(id).done()));
        pinned.keySet().removeAll(pins.keySet());
        return happened(happened).pinned(pinned);
    }
}
