package dev.shirube.planner.roadmap;

import dev.shirube.domain.Inventory;
import dev.shirube.planner.PlanSettings;

/** Everything the office declared beside its teams, as the schedule asks for it. */
record Office(Funds funds, CutOvers cutOvers, Waits waits) {

    static Office of(PlanSettings settings, Resources resources, TeamCalendar calendar, Inventory inventory) {
        return new Office(
                new Funds(resources.office()),
                new CutOvers(resources, calendar),
                new Waits(settings, resources, calendar, TaskDrafter.libraries(inventory)));
    }
}
