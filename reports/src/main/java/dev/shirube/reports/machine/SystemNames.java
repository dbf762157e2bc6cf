package dev.shirube.reports.machine;

import dev.shirube.domain.InformationSystem;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.SystemPriority;

/** What programs of other makers call a system: its id, by which it is found again, and its name for people. */
final class SystemNames {
    private SystemNames() {}

    static String of(Roadmap roadmap, String id) {
        String name = roadmap.systems().stream()
                .map(SystemPriority::system)
                .filter(it -> it.id().equals(id))
                .map(InformationSystem::name)
                .findFirst()
                .orElse("");
        return (id + " " + name).strip();
    }
}
