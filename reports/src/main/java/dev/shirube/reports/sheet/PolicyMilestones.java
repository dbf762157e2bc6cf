package dev.shirube.reports.sheet;

import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.roadmap.Roadmap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The days by which a rule asks for a migration of something that was found. */
public final class PolicyMilestones {
    private PolicyMilestones() {}

    /** One verdict for each such rule, with its deadline; by day, pack and rule. */
    public static List<Verdict> of(Roadmap roadmap) {
        Map<String, Verdict> milestones = new TreeMap<>();
        roadmap.assets().stream()
                .flatMap(asset -> asset.verdicts().stream())
                .filter(Verdict::migrationDue)
                .forEach(verdict -> milestones.putIfAbsent(
                        verdict.deadline().orElseThrow() + "\n"
                                + verdict.citation().pack() + "\n"
                                + verdict.citation().rule().id(),
                        verdict));
        return List.copyOf(milestones.values());
    }
}
