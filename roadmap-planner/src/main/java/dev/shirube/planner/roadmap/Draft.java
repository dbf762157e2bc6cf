package dev.shirube.planner.roadmap;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Text;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.Replacement;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A task before it is scheduled.
 *
 * @param id made from the key, once
 * @param effort work, spread by what the team can give
 * @param review for a task that waits, when to look again
 * @param notes reasons that are known before scheduling
 */
record Draft(
        String id,
        Disposition.TaskKey key,
        InformationSystem system,
        Text title,
        List<AssessedUse> uses,
        Replacement replacement,
        Effort effort,
        Optional<LocalDate> review,
        List<Reason> notes)
        implements Comparable<Draft> {

    Draft {
        uses = List.copyOf(uses);
        notes = List.copyOf(notes);
    }

    /** The earliest deadline of its uses; of a task that waits none, because nothing can be finished yet. */
    Optional<LocalDate> deadline() {
        return key.kind() == TaskKind.WAIT
                ? Optional.empty()
                : uses.stream().flatMap(use -> use.deadline().stream()).min(LocalDate::compareTo);
    }

    /** Whether a use of any of what it changes was seen; it ranks after all others if not. */
    boolean useSeen() {
        return uses.isEmpty() || uses.stream().anyMatch(use -> use.use().seen());
    }

    /** The score of the most urgent of its uses when it ends on that day. */
    Optional<Score> score(PlanSettings settings, LocalDate completion) {
        return uses.stream()
                .map(use -> use.score(system, settings, completion))
                .max(Comparator.comparingInt(Score::high).thenComparingInt(Score::low));
    }

    List<String> findings() {
        return uses.stream()
                .flatMap(use -> use.use().fingerprints().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** Names of up to three of its assets, and how many more there are. */
    String subject() {
        List<String> names =
                uses.stream().map(use -> use.use().name()).sorted().distinct().toList();
        String shown = String.join(", ", names.subList(0, Math.min(3, names.size())));
        return names.size() > 3 ? shown + " +" + (names.size() - 3) : shown;
    }

    @Override
    public int compareTo(Draft other) {
        return id.compareTo(other.id);
    }
}
