package dev.shirube.planner.roadmap;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Text;
import dev.shirube.planner.OwnTask;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.Replacement;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A task before it is scheduled.
 *
 * @param id made from the key, once
 * @param uses the uses whose exposure it ends: it carries their score, and no other task does
 * @param related uses that it rests on and that other tasks end
 * @param effort work, spread by what the team can give
 * @param review for a task that waits, when to look again
 * @param notes reasons that are known before scheduling
 * @param own what the office wrote, of a task that no finding asks for
 */
record Draft(
        String id,
        Disposition.TaskKey key,
        InformationSystem system,
        Text title,
        List<AssessedUse> uses,
        List<AssessedUse> related,
        Replacement replacement,
        Effort effort,
        Optional<LocalDate> review,
        List<Reason> notes,
        Optional<OwnTask> own)
        implements Comparable<Draft> {

    Draft {
        uses = List.copyOf(uses);
        related = List.copyOf(related);
        notes = List.copyOf(notes);
    }

    /** A task that the inventory asks for. */
    Draft(
            String id,
            Disposition.TaskKey key,
            InformationSystem system,
            Text title,
            List<AssessedUse> uses,
            List<AssessedUse> related,
            Replacement replacement,
            Effort effort,
            Optional<LocalDate> review,
            List<Reason> notes) {
        this(id, key, system, title, uses, related, replacement, effort, review, notes, Optional.empty());
    }

    /**
     * The earliest deadline of its uses; of a task that waits none, because nothing can be finished yet. What shows or
     * concludes that others are done is due with the last of them.
     */
    Optional<LocalDate> deadline() {
        if (own.isPresent()) {
            return own.get().deadline();
        }
        if (key.kind() == TaskKind.VERIFY || key.kind() == TaskKind.RETIRE) {
            return related.stream().flatMap(use -> use.deadline().stream()).max(LocalDate::compareTo);
        }
        return key.kind() == TaskKind.WAIT
                ? Optional.empty()
                : uses.stream().flatMap(use -> use.deadline().stream()).min(LocalDate::compareTo);
    }

    /** The same with what the cryptography is used for behind its title. */
    Draft withFunctionInTitle() {
        Text function = key.function().label();
        return new Draft(
                id,
                key,
                system,
                new Text(title.ja() + "（" + function.ja() + "）", title.en() + " (" + function.en() + ")"),
                uses,
                related,
                replacement,
                effort,
                review,
                notes,
                own);
    }

    /** The same with that effort, and why. */
    Draft withEffort(Effort value, Reason why) {
        List<Reason> more = new ArrayList<>(notes);
        more.add(why);
        return new Draft(id, key, system, title, uses, related, replacement, value, review, more, own);
    }

    /** Whether it is a change for which one of those uses needs something; not one that waits for a standard. */
    boolean needsOneOf(Collection<String> rows) {
        boolean changes = key.kind() != TaskKind.WAIT && key.kind() != TaskKind.INVESTIGATE;
        boolean enables = key.kind() == TaskKind.CODE && uses.isEmpty();
        return changes
                && (rows.contains(key.use()) && (enables || !uses.isEmpty())
                        || uses.stream()
                                .anyMatch(it -> rows.contains(it.use().key().use())));
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
        return fingerprints(uses);
    }

    /** Fingerprints of the findings that it rests on and other tasks cover. */
    List<String> basis() {
        return fingerprints(related);
    }

    private static List<String> fingerprints(List<AssessedUse> uses) {
        return uses.stream()
                .flatMap(use -> use.use().fingerprints().stream())
                .sorted()
                .distinct()
                .toList();
    }

    /** Names of up to three of its assets, and how many more there are. */
    String subject() {
        List<String> names = Stream.concat(uses.stream(), related.stream())
                .map(use -> use.use().name())
                .sorted()
                .distinct()
                .toList();
        String shown = String.join(", ", names.subList(0, Math.min(3, names.size())));
        return names.size() > 3 ? shown + " +" + (names.size() - 3) : shown;
    }

    @Override
    public int compareTo(Draft other) {
        return id.compareTo(other.id);
    }
}
