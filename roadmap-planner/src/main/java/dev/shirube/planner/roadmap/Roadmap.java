package dev.shirube.planner.roadmap;

import dev.shirube.domain.Team;
import dev.shirube.domain.Text;
import dev.shirube.planner.PlanSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole plan as a value: the same inputs give an equal one.
 *
 * @param basis what the quarters rest on
 * @param packs the policy packs used, with version and digest
 * @param systems in order of urgency
 * @param assets every assessed asset, in the order of system, asset id, function and context
 * @param tasks in the order of the roadmap
 * @param teams the teams it was planned with
 * @param assumptions what was assumed, sentence by sentence
 * @param gaps what was not looked at
 * @param proof the schedule's problem, answer and bound; empty where there was nothing to place or no quarter for it
 */
public record Roadmap(
        PlanSettings settings,
        CapacityBasis basis,
        List<PackStamp> packs,
        List<SystemPriority> systems,
        List<AssetAssessment> assets,
        List<ScheduledTask> tasks,
        List<Team> teams,
        List<Text> assumptions,
        List<Gap> gaps,
        Optional<ScheduleProof> proof) {

    /** Keeps unmodifiable copies and refuses null. */
    public Roadmap {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(basis);
        packs = List.copyOf(packs);
        systems = List.copyOf(systems);
        assets = List.copyOf(assets);
        tasks = List.copyOf(tasks);
        teams = List.copyOf(teams);
        assumptions = List.copyOf(assumptions);
        gaps = List.copyOf(gaps);
        Objects.requireNonNull(proof);
    }

    /** The task of that id. */
    public Optional<ScheduledTask> task(String id) {
        return tasks.stream().filter(it -> it.task().id().equals(id)).findFirst();
    }

    /** Its scores under each date that the quantum computer may be planned for. */
    public ScenarioScores scenarios() {
        return new ScenarioScores(this);
    }

    /** The assessments that hold a finding of that {@link dev.shirube.domain.Finding#fingerprint() fingerprint}. */
    public List<AssetAssessment> assessments(String system, String fingerprint) {
        return assets.stream()
                .filter(it -> it.system().equals(system) && it.findings().contains(fingerprint))
                .toList();
    }
}
