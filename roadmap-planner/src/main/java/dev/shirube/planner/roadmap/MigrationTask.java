package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.planner.migration.Replacement;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One change on one information system.
 *
 * @param id stable id made from system, use and kind, for example {@code T-3f9a1c20}; the same inventory gives the same id
 * @param system id of the information system; {@link #OFFICE} for a task of the office as a whole
 * @param subject what is changed, in a word: an asset's name, a library
 * @param function what the cryptography is used for
 * @param assets ids of the assets it covers, sorted
 * @param findings {@link dev.shirube.domain.Finding#fingerprint() fingerprints} of the findings it covers, sorted
 * @param basis fingerprints of the findings that it rests on and that other tasks cover, sorted; those of a task that ends no
 *     exposure itself
 * @param replacement what takes the place of the classical use
 * @param predecessors ids of tasks that must be finished before this one starts, sorted
 * @param team id of the team that does it; empty where none is named
 * @param release first quarter in which it can start
 * @param preferred the fiscal year of the system's renewal, where that does not pass the deadline
 * @param deadline last day of the earliest rule that asks for it
 * @param review when to look again, for a task that waits
 * @param score at the earliest date that predecessors allow; empty for a task that ends no exposure itself
 * @param reasons why it exists and why so, in the order of {@link Reason.Kind}
 */
public record MigrationTask(
        String id,
        TaskKind kind,
        String system,
        Text title,
        String subject,
        PolicyFunction function,
        List<String> assets,
        List<String> findings,
        List<String> basis,
        Replacement replacement,
        Effort effort,
        List<String> predecessors,
        String team,
        FiscalQuarter release,
        Optional<Integer> preferred,
        Optional<LocalDate> deadline,
        Optional<LocalDate> review,
        Optional<Score> score,
        List<Reason> reasons)
        implements Comparable<MigrationTask> {

    /** In the place of a system's id where a task is the office's own. */
    public static final String OFFICE = "-";

    /** Keeps unmodifiable copies and refuses null. */
    public MigrationTask {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(system);
        Objects.requireNonNull(title);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(function);
        assets = List.copyOf(assets);
        findings = List.copyOf(findings);
        basis = List.copyOf(basis);
        Objects.requireNonNull(replacement);
        Objects.requireNonNull(effort);
        predecessors = List.copyOf(predecessors);
        Objects.requireNonNull(team);
        Objects.requireNonNull(release);
        Objects.requireNonNull(preferred);
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(review);
        Objects.requireNonNull(score);
        reasons = List.copyOf(reasons);
    }

    /** A task that rests on nothing but what it covers. */
    public MigrationTask(
            String id,
            TaskKind kind,
            String system,
            Text title,
            String subject,
            PolicyFunction function,
            List<String> assets,
            List<String> findings,
            Replacement replacement,
            Effort effort,
            List<String> predecessors,
            String team,
            FiscalQuarter release,
            Optional<Integer> preferred,
            Optional<LocalDate> deadline,
            Optional<LocalDate> review,
            Optional<Score> score,
            List<Reason> reasons) {
        this(
                id,
                kind,
                system,
                title,
                subject,
                function,
                assets,
                findings,
                List.of(),
                replacement,
                effort,
                predecessors,
                team,
                release,
                preferred,
                deadline,
                review,
                score,
                reasons);
    }

    /** Who answers for it. */
    public Role role() {
        return TaskTable.standard().role(kind);
    }

    @Override
    public int compareTo(MigrationTask other) {
        return id.compareTo(other.id);
    }
}
