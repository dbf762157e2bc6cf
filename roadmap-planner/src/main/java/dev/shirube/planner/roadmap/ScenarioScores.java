package dev.shirube.planner.roadmap;

import dev.shirube.domain.InformationSystem;
import dev.shirube.planner.risk.RiskModel;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The scores of a roadmap under each of the {@linkplain RiskModel#SCENARIOS quantum computer's months}, none of which is a
 * forecast. The plan is the same in all of them: this shows how its scores and ranks would move, and not another plan.
 */
public final class ScenarioScores {

    private static final Comparator<Score> ORDER =
            Comparator.comparingInt(Score::high).thenComparingInt(Score::low);

    private final Roadmap roadmap;
    private final Map<String, InformationSystem> systems = new HashMap<>();
    private final Map<String, List<AssetAssessment>> ofTask;
    private final Map<String, List<AssetAssessment>> ofSystem;

    ScenarioScores(Roadmap roadmap) {
        this.roadmap = roadmap;
        roadmap.systems().forEach(it -> systems.put(it.system().id(), it.system()));
        ofSystem = roadmap.assets().stream().collect(Collectors.groupingBy(AssetAssessment::system));
        ofTask = roadmap.assets().stream()
                .filter(it -> it.task().isPresent())
                .collect(Collectors.groupingBy(it -> it.task().orElseThrow()));
    }

    /** Of that asset at its planned completion, or at the earliest where it has none; empty where it has no score. */
    public SortedMap<YearMonth, Score> asset(AssetAssessment asset) {
        return worst(List.of(asset), true);
    }

    /** Of that task at its planned completion, or at the earliest; empty where it ends no exposure itself. */
    public SortedMap<YearMonth, Score> task(String id) {
        return worst(ofTask.getOrDefault(id, List.of()), true);
    }

    /** Of that system at the earliest completions: by these it stands in its rank; empty where nothing must migrate. */
    public SortedMap<YearMonth, Score> system(String id) {
        return worst(SystemRanking.leading(ofSystem.getOrDefault(id, List.of())), false);
    }

    private SortedMap<YearMonth, Score> worst(Collection<AssetAssessment> assets, boolean planned) {
        SortedMap<YearMonth, Score> scores = new TreeMap<>();
        for (AssetAssessment asset : assets) {
            Optional<Score> shown = planned ? asset.planned().or(asset::earliest) : asset.earliest();
            if (shown.isPresent()) {
                for (YearMonth crqc : RiskModel.SCENARIOS) {
                    scores.merge(
                            crqc,
                            score(asset, crqc, shown.get().completion()),
                            (one, two) -> ORDER.compare(one, two) >= 0 ? one : two);
                }
            }
        }
        return Collections.unmodifiableSortedMap(scores);
    }

    private Score score(AssetAssessment it, YearMonth crqc, LocalDate completion) {
        InformationSystem system = systems.getOrDefault(it.system(), InformationSystem.undeclared(it.system()));
        return AssessedUse.score(
                it.asset(),
                it.function(),
                it.threat(),
                it.deadline(),
                system,
                roadmap.settings().withCrqc(crqc),
                completion);
    }
}
