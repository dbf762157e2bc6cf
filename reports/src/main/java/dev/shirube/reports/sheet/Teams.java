package dev.shirube.reports.sheet;

import dev.shirube.planner.roadmap.Roadmap;

/** How a team is written in a row: by its name where it has one. */
public final class Teams {
    private Teams() {}

    /** The name of the team of that id; the id where it has none. */
    public static String name(Roadmap roadmap, String id) {
        return roadmap.teams().stream()
                .filter(team -> team.id().equals(id) && !team.name().isEmpty())
                .map(team -> team.name())
                .findFirst()
                .orElse(id);
    }
}
