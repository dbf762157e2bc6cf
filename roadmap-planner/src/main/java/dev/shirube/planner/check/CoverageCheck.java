package dev.shirube.planner.check;

import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.Roadmap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows every finding of the inventory to its assessment, and from there to a task or a stated reason. */
final class CoverageCheck {

    private final Roadmap roadmap;
    private final Inventory inventory;
    private final List<Violation> violations = new ArrayList<>();

    CoverageCheck(Roadmap roadmap, Inventory inventory) {
        this.roadmap = roadmap;
        this.inventory = inventory;
    }

    List<Violation> violations() {
        Map<String, MigrationTask> tasks = new HashMap<>();
        roadmap.tasks().forEach(it -> tasks.put(it.task().id(), it.task()));
        Set<String> assessed = new HashSet<>();
        for (AssetAssessment asset : roadmap.assets()) {
            asset.findings().forEach(fingerprint -> assessed.add(asset.system() + "\n" + fingerprint));
            assessment(asset, tasks);
        }
        for (AssignedFinding assigned : inventory.findings()) {
            String fingerprint = assigned.finding().fingerprint();
            if (!assessed.contains(assigned.system() + "\n" + fingerprint)) {
                add(
                        fingerprint,
                        "検出 " + assigned.finding().occurrence().location() + " が評価されていない",
                        "the finding at " + assigned.finding().occurrence().location() + " was not assessed");
            }
        }
        return violations;
    }

    private void assessment(AssetAssessment asset, Map<String, MigrationTask> tasks) {
        if (asset.task().isPresent()) {
            MigrationTask task = tasks.get(asset.task().get());
            if (task == null
                    || !task.system().equals(asset.system())
                    || !task.findings().containsAll(asset.findings())) {
                add(
                        asset.asset().id(),
                        "作業 " + asset.task().get() + " が検出を含まない",
                        "the task " + asset.task().get() + " does not cover its findings");
            }
        } else if (asset.threat() == QuantumThreat.VULNERABLE
                && asset.context() == CodeContext.MAIN
                && asset.uses().stream().anyMatch(CryptoFunction::isUse)) {
            add(
                    asset.asset().id(),
                    asset.system() + " の脆弱な " + asset.name() + " に作業がない",
                    "the vulnerable " + asset.name() + " of " + asset.system() + " has no task");
        }
    }

    private void add(String subject, String ja, String en) {
        violations.add(new Violation(Violation.Kind.COVERAGE, subject, new Text(ja, en)));
    }
}
