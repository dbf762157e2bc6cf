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

    /** A system before it has its place. */
    private record Candidate(SystemPriority priority, boolean useSeen) {}

    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(
                    (Candidate it) -> it.useSeen() ? -high(it) : 1)
            .thenComparingInt(it -> -high(it))
            .thenComparingInt(it -> -it.priority().urgentAssets())
            .thenComparing(it -> it.priority().deadline().orElse(LocalDate.MAX))
            .thenComparing(it -> it.priority().system().id());

    private SystemRanking() {}

    static List<SystemPriority> rank(Inventory inventory, List<AssetAssessment> assets, List<ScheduledTask> tasks) {
        Map<String, List<AssetAssessment>> assetsOf =
                assets.stream().collect(Collectors.groupingBy(AssetAssessment::system));
        Map<String, List<MigrationTask>> tasksOf =
                tasks.stream().map(ScheduledTask::task).collect(Collectors.groupingBy(MigrationTask::system));
        List<Candidate> unranked = new ArrayList<>();
        for (String id : systems(inventory)) {
            List<AssetAssessment> ofSystem = assetsOf.getOrDefault(id, List.of());
            List<AssetAssessment> leading = leading(ofSystem);
            unranked.add(new Candidate(
                    priority(inventory.system(id), leading, ofSystem, tasksOf.getOrDefault(id, List.of())),
                    leading.stream().anyMatch(AssetAssessment::useSeen)));
        }
        unranked.sort(ORDER);
        List<SystemPriority> ranked = new ArrayList<>();
        for (Candidate candidate : unranked) {
            SystemPriority it = candidate.priority();
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

    private static int high(Candidate candidate) {
        return candidate.priority().score().map(Score::high).orElse(-1);
    }

    /** The scored assets that a system is ranked by: those with a use seen, or all of them if there is none such. */
    static List<AssetAssessment> leading(List<AssetAssessment> assets) {
        List<AssetAssessment> scored =
                assets.stream().filter(it -> it.earliest().isPresent()).toList();
        List<AssetAssessment> seen =
                scored.stream().filter(AssetAssessment::useSeen).toList();
        return seen.isEmpty() ? scored : seen;
    }

    private static SystemPriority priority(
            InformationSystem system,
            List<AssetAssessment> leading,
            List<AssetAssessment> assets,
            List<MigrationTask> tasks) {
        List<Score> scores =
                leading.stream().flatMap(it -> it.earliest().stream()).toList();
        return new SystemPriority(
                1,
                system,
                scores.stream().max(Comparator.comparingInt(Score::high).thenComparingInt(Score::low)),
                (int) leading.stream()
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
