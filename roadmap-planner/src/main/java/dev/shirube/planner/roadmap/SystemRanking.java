package dev.shirube.planner.roadmap;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.planner.risk.Question;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts the systems in the lexicographic order that {@link SystemPriority} describes. */
final class SystemRanking {

    private static final int URGENT = 70;

    private static final Comparator<SystemPriority> ORDER = Comparator.comparingInt(
                    (SystemPriority it) -> -it.score().map(Score::high).orElse(-1))
            .thenComparingInt(it -> -it.urgentAssets())
            .thenComparing(it -> it.deadline().orElse(LocalDate.MAX))
            .thenComparing(it -> it.system().id());

    private SystemRanking() {}

    static List<SystemPriority> rank(Inventory inventory, List<AssetAssessment> assets, List<ScheduledTask> tasks) {
        Map<String, List<AssetAssessment>> assetsOf =
                assets.stream().collect(Collectors.groupingBy(AssetAssessment::system));
        Map<String, List<MigrationTask>> tasksOf =
                tasks.stream().map(ScheduledTask::task).collect(Collectors.groupingBy(MigrationTask::system));
        List<SystemPriority> unranked = new ArrayList<>();
        for (String id : systems(inventory)) {
            unranked.add(priority(
                    inventory.system(id), assetsOf.getOrDefault(id, List.of()), tasksOf.getOrDefault(id, List.of())));
        }
        unranked.sort(ORDER);
        List<SystemPriority> ranked = new ArrayList<>();
        for (SystemPriority it : unranked) {
            ranked.add(new SystemPriority(
                    ranked.size() + 1,
                    it.system(),
                    it.score(),
                    it.urgentAssets(),
                    it.vulnerableAssets(),
                    it.deadline(),
                    it.questions(),
                    it.tasks()));
        }
        return List.copyOf(ranked);
    }

    /** Registered systems, and those that only findings, diagnostics or coverage name. */
    static SortedSet<String> systems(Inventory inventory) {
        SortedSet<String> ids = new TreeSet<>(inventory.systems().keySet());
        inventory.findings().stream().map(AssignedFinding::system).forEach(ids::add);
        inventory.diagnostics().stream().map(AssignedDiagnostic::system).forEach(ids::add);
        ids.addAll(inventory.coverage().keySet());
        return ids;
    }

    private static SystemPriority priority(
            InformationSystem system, List<AssetAssessment> assets, List<MigrationTask> tasks) {
        List<Score> scores =
                assets.stream().flatMap(it -> it.earliest().stream()).toList();
        return new SystemPriority(
                1,
                system,
                scores.stream().max(Comparator.comparingInt(Score::high).thenComparingInt(Score::low)),
                (int) assets.stream()
                        .filter(it -> it.earliest()
                                .filter(score -> score.high() >= URGENT)
                                .isPresent())
                        .map(it -> it.asset().id())
                        .distinct()
                        .count(),
                (int) assets.stream()
                        .filter(it -> it.task().isPresent())
                        .map(it -> it.asset().id())
                        .distinct()
                        .count(),
                deadline(assets),
                questions(scores),
                tasks.stream().map(MigrationTask::id).toList());
    }

    private static Optional<LocalDate> deadline(List<AssetAssessment> assets) {
        return assets.stream()
                .filter(it -> it.task().isPresent())
                .flatMap(it -> it.deadline().stream())
                .min(LocalDate::compareTo);
    }

    /** The question that narrows the most scores first; then in the order of the questions. */
    private static List<Question> questions(List<Score> scores) {
        Map<Question, Integer> counts = new EnumMap<>(Question.class);
        scores.stream()
                .filter(Score::needsConfirmation)
                .flatMap(score -> score.question().stream())
                .forEach(question -> counts.merge(question, 1, Integer::sum));
        return counts.keySet().stream()
                .sorted(Comparator.comparingInt((Question it) -> -counts.get(it))
                        .thenComparing(it -> it))
                .toList();
    }
}
