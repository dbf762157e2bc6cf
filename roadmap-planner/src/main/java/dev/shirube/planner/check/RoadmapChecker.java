package dev.shirube.planner.check;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.domain.Witnesses;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduleProof;
import dev.shirube.planner.roadmap.ScheduledTask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Checks a roadmap against the inventory it was made from: capacity, predecessors, windows, deadlines, and that every
 * finding is accounted for. It reads only the finished values.
 */
public final class RoadmapChecker {

    private RoadmapChecker() {}

    /** Each task stands where the schedule that was proved has it; the problem begins with the first whole quarter. */
    private static List<Violation> places(Roadmap roadmap, ScheduleProof proof) {
        LocalDate asOf = roadmap.settings().asOf();
        FiscalQuarter current = FiscalQuarter.of(asOf);
        FiscalQuarter first = current.firstDay().equals(asOf) ? current : current.plus(1);
        Map<String, Integer> indices = new HashMap<>();
        proof.tasks().forEach(id -> indices.put(id, indices.size()));
        List<Violation> violations = new ArrayList<>();
        for (ScheduledTask task : roadmap.tasks()) {
            int index = indices.getOrDefault(task.task().id(), -1);
            OptionalInt start =
                    index < 0 ? OptionalInt.empty() : proof.solution().starts().get(index);
            OptionalInt stands = task.start().isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(task.start().get().since(first));
            boolean happened = task.actual().isPresent() && start.isPresent() == stands.isPresent();
            if (happened && !task.actual().get().done() && start.isPresent()) {
                int end = start.getAsInt() + proof.instance().tasks().get(index).duration() - 1;
                happened = task.finish().orElseThrow().since(first) == end;
            }
            if (index < 0 || !stands.equals(start) && !happened) {
                violations.add(new Violation(
                        Violation.Kind.WINDOW,
                        task.task().id(),
                        new Text(
                                task.task().id() + "：証明された配置と異なる",
                                task.task().id() + ": it does not stand where the schedule that was proved has it")));
            }
        }
        return violations;
    }

    /** Everything that is wrong, also beside what the office declared of money and days. */
    public static List<Violation> check(Roadmap roadmap, Inventory inventory, OfficeResources office) {
        List<Violation> violations = new ArrayList<>(check(roadmap, inventory));
        violations.addAll(new OfficeCheck(roadmap, inventory, office).violations());
        return List.copyOf(violations);
    }

    /** Everything that is wrong, in a fixed order; an empty list means that the roadmap holds. */
    public static List<Violation> check(Roadmap roadmap, Inventory inventory) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(new PlacementCheck(roadmap).violations());
        violations.addAll(new CoverageCheck(roadmap, Witnesses.counted(inventory)).violations());
        roadmap.proof().ifPresent(proof -> {
            violations.addAll(ScheduleChecker.check(proof.instance(), proof.solution()));
            violations.addAll(places(roadmap, proof));
        });
        return List.copyOf(violations);
    }
}
