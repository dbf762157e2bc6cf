package dev.shirube.planner.roadmap;

import dev.shirube.domain.InformationSystem;
import dev.shirube.planner.risk.Question;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One information system in the order of urgency: greatest score, then number of assets at 70 or more, then earliest
 * deadline, then id. Nothing is averaged. Assets that are only in libraries to whose code no way was found count for score
 * and urgency where the system has no other; such a system stands after those with a use seen.
 *
 * @param rank from 1
 * @param score its most urgent asset's score at the earliest feasible date; empty where no asset must migrate
 * @param urgentAssets number of those assets whose high score is at least 70
 * @param vulnerableAssets number of assets that must migrate, test code left out
 * @param deadline earliest deadline of its assets
 * @param questions what its owner should declare, most useful first
 * @param tasks ids of its tasks, in the order of the roadmap
 */
public record SystemPriority(
        int rank,
        InformationSystem system,
        Optional<Score> score,
        int urgentAssets,
        int vulnerableAssets,
        Optional<LocalDate> deadline,
        List<Question> questions,
        List<String> tasks) {
    /** Keeps unmodifiable copies and refuses null. */
    public SystemPriority {
        Objects.requireNonNull(system);
        Objects.requireNonNull(score);
        Objects.requireNonNull(deadline);
        questions = List.copyOf(questions);
        tasks = List.copyOf(tasks);
    }
}
