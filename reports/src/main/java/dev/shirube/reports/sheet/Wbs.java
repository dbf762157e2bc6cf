package dev.shirube.reports.sheet;

import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.SystemPriority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The work breakdown structure: systems in order of urgency, and under each its tasks in the order of the roadmap. */
public final class Wbs {
    private final Map<String, List<ScheduledTask>> bySystem = new LinkedHashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    /** Numbers the systems and tasks of that roadmap. */
    public Wbs(Roadmap roadmap) {
        for (SystemPriority priority : roadmap.systems()) {
            bySystem.put(priority.system().id(), new ArrayList<>());
        }
        for (ScheduledTask task : roadmap.tasks()) {
            bySystem.computeIfAbsent(task.task().system(), id -> new ArrayList<>())
                    .add(task);
        }
        bySystem.values().removeIf(List::isEmpty);
        int system = 0;
        for (List<ScheduledTask> tasks : bySystem.values()) {
            system++;
            for (int i = 0; i < tasks.size(); i++) {
                numbers.put(tasks.get(i).task().id(), system + "." + (i + 1));
            }
        }
    }

    /** Ids of the systems that have tasks, in order. */
    public List<String> systems() {
        return List.copyOf(bySystem.keySet());
    }

    /** The tasks of that system, in order. */
    public List<ScheduledTask> tasks(String system) {
        return bySystem.getOrDefault(system, List.of());
    }

    /** The number of that system: its place among those with tasks. */
    public String system(String id) {
        return Integer.toString(systems().indexOf(id) + 1);
    }

    /** The number of that task; its id if it is not part of the roadmap. */
    public String task(String id) {
        return numbers.getOrDefault(id, id);
    }
}
