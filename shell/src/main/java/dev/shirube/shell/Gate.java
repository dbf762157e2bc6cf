package dev.shirube.shell;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.shell.cli.CommandFailure;
import dev.shirube.shell.cli.Invocation;
import dev.shirube.shell.cli.Session;
import java.util.List;
import java.util.Optional;

/**
 * The gate of a build: whether this scan's results make the command end in 1.
 *
 * @param condition one of {@link #CONDITIONS}; empty where no gate was asked for
 * @param pack the policy pack asked by {@code fail} and {@code warn}; empty for those of the settings
 */
record Gate(Optional<String> condition, Optional<String> pack) {

    /** A vulnerable finding in main code; a verdict of at least WARN; a verdict of FAIL. */
    static final List<String> CONDITIONS = List.of("fail", "warn", "finding");

    static Gate of(Invocation line, Session session) {
        Optional<String> condition = line.value("fail-on");
        Optional<String> pack = line.value("policy");
        pack.ifPresent(Planning::known);
        if (pack.isPresent() && condition.isEmpty()) {
            throw CommandFailure.usage(
                    "--policy asks nothing without --fail-on. Add --fail-on warn or --fail-on fail.",
                    "--policy は --fail-on と併せて指定してください（--fail-on warn または fail）。");
        }
        return new Gate(condition, pack);
    }

    boolean wanted() {
        return condition.isPresent();
    }

    /** Whether the gate trips on what is in that workspace. */
    boolean trips(Workspace scanned, Session session) {
        boolean trips = condition.orElseThrow().equals("finding")
                ? scanned.inventory().findings().stream().anyMatch(Gate::vulnerable)
                : verdictTrips(scanned, session);
        if (trips) {
            session.console()
                    .warn(session.say(
                            "gate: --fail-on " + condition.get() + " tripped",
                            "判定：--fail-on " + condition.get() + " に該当しました"));
        }
        return trips;
    }

    private static boolean vulnerable(AssignedFinding assigned) {
        return assigned.finding().occurrence().context() == CodeContext.MAIN
                && assigned.finding().function().isUse()
                && AlgorithmRegistry.standard().threat(assigned.finding().asset()) == QuantumThreat.VULNERABLE;
    }

    private boolean verdictTrips(Workspace scanned, Session session) {
        PlanSettings settings = Planning.settings(session);
        if (pack.isPresent()) {
            settings = settings.withoutPacks().withPack(pack.get(), settings.adoption(pack.get()));
        }
        Roadmap roadmap = Planning.plan(scanned.inventory(), scanned, settings);
        boolean failOnly = condition.orElseThrow().equals("fail");
        return roadmap.assets().stream()
                .filter(it -> it.context() == CodeContext.MAIN)
                .map(AssetAssessment::verdicts)
                .flatMap(List::stream)
                .map(Verdict::outcome)
                .anyMatch(it -> it == Verdict.Outcome.FAIL || !failOnly && it == Verdict.Outcome.WARN);
    }
}
