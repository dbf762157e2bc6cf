package dev.shirube.planner.roadmap;

import dev.shirube.domain.Inventory;
import dev.shirube.planner.PlanSettings;
import java.util.EnumSet;
import java.util.Set;

/** Everything the office declared beside its teams, as the schedule asks for it. */
record Office(Funds funds, CutOvers cutOvers, Waits waits) {

    private static final Set<TaskKind> TALK = EnumSet.of(
            TaskKind.GOVERN,
            TaskKind.DECLARE,
            TaskKind.PROFILE,
            TaskKind.PEERS,
            TaskKind.VERIFY,
            TaskKind.WAIT,
            TaskKind.INVESTIGATE);

    /** Whether work of that kind changes a system, so that freezes, releases and procurement hold it. */
    static boolean changes(TaskKind kind) {
        return !TALK.contains(kind);
    }

    static Office of(PlanSettings settings, Resources resources, TeamCalendar calendar, Inventory inventory) {
        return new Office(
                new Funds(resources.office()),
                new CutOvers(resources, calendar),
                new Waits(settings, resources, calendar, TaskDrafter.libraries(inventory)));
    }
}
