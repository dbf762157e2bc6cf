package dev.shirube.planner.check;

import dev.shirube.domain.Inventory;
import dev.shirube.planner.roadmap.Roadmap;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a roadmap against the inventory it was made from: capacity, predecessors, windows, deadlines, and that every
 * finding is accounted for. It reads only the finished values.
 */
public final class RoadmapChecker {

    private RoadmapChecker() {}

    /** Everything that is wrong, in a fixed order; an empty list means that the roadmap holds. */
    public static List<Violation> check(Roadmap roadmap, Inventory inventory) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(new PlacementCheck(roadmap).violations());
        violations.addAll(new CoverageCheck(roadmap, inventory).violations());
        return List.copyOf(violations);
    }
}
