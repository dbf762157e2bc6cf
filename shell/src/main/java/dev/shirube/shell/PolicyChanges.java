package dev.shirube.shell;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.diff.Change;
import dev.shirube.domain.diff.ChangeKind;
import dev.shirube.domain.diff.Difference;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.shell.cli.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which assets a policy pack judges otherwise on another day although nothing was done to them: a deadline passed. */
final class PolicyChanges {

    private final Workspace workspace;
    private final String pack;
    private final PlanSettings user;

    PolicyChanges(Workspace workspace, String pack, Session session) {
        this.workspace = workspace;
        this.pack = Planning.known(pack).id();
        this.user = Planning.settings(session);
    }

    /** Of the second state's assets those whose verdicts differ between the two days. */
    List<Change.OfAsset> between(Inventory inventory, LocalDate before, LocalDate after, Optional<String> system) {
        Map<List<Object>, AssetAssessment> earlier = new HashMap<>();
        assess(inventory, before).forEach(it -> earlier.put(key(it), it));
        List<Change.OfAsset> changes = new ArrayList<>();
        for (AssetAssessment now : assess(inventory, after)) {
            AssetAssessment then = earlier.get(key(now));
            if (then == null || system.filter(it -> !it.equals(now.system())).isPresent()) {
                continue;
            }
            List<Difference> differences = differences(outcomes(then, before), outcomes(now, after));
            if (!differences.isEmpty()) {
                changes.add(change(now, differences));
            }
        }
        return changes.stream().sorted().toList();
    }

    private List<AssetAssessment> assess(Inventory inventory, LocalDate day) {
        Adoption adoption = user.adopts(pack) ? Adoption.INTERNAL_RULE : Adoption.INFORMATION;
        PlanSettings settings = PlanSettings.of(day)
                .withReading(user.reading())
                .withCrqc(user.crqc())
                .withPack(pack, adoption);
        return Planning.plan(inventory, workspace, settings).assets();
    }

    private static List<Object> key(AssetAssessment it) {
        return List.of(it.system(), it.asset().id(), it.function(), it.use(), it.context(), it.uses());
    }

    private static Change.OfAsset change(AssetAssessment it, List<Difference> differences) {
        boolean unresolved = it.asset()
                .algorithm()
                .filter(Algorithm.Unresolved.class::isInstance)
                .isPresent();
        return new Change.OfAsset(
                ChangeKind.REJUDGED,
                it.system(),
                it.asset(),
                unresolved ? it.uses().stream().findFirst() : Optional.empty(),
                it.findings().size(),
                it.findings().size(),
                0,
                differences);
    }

    private static List<Difference> differences(Map<String, String> then, Map<String, String> now) {
        List<Difference> differences = new ArrayList<>();
        now.forEach((rule, outcome) -> {
            String before = then.getOrDefault(rule, "");
            if (!outcome.equals(before)) {
                differences.add(new Difference("verdict:" + rule, before, outcome));
            }
        });
        return differences;
    }

    /** A rule that may not fail anything warns before its date and after it: the difference is that the date has passed. */
    private static Map<String, String> outcomes(AssetAssessment it, LocalDate day) {
        Map<String, String> outcomes = new TreeMap<>();
        for (Verdict verdict : it.verdicts()) {
            boolean overdue = verdict.migrationDue()
                    && verdict.deadline().filter(day::isAfter).isPresent();
            outcomes.put(
                    verdict.citation().policy().id() + "/"
                            + verdict.citation().rule().id(),
                    verdict.outcome().name().toLowerCase(Locale.ROOT) + (overdue ? ",overdue" : ""));
        }
        return outcomes;
    }
}
