package dev.shirube.reports.machine;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.reports.sheet.PolicyMilestones;
import dev.shirube.reports.sheet.ReasonSheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The days of a roadmap that matter to more people than those who do a task. */
public final class Milestones {
    private Milestones() {}

    /**
     * The last days of rules that ask for a migration of something that was found; the planned end of each system all of whose
     * tasks have a place; the review of what waits; the end of what comes late. In order of day, kind and id.
     */
    public static List<Milestone> of(Roadmap roadmap) {
        List<Milestone> milestones = new ArrayList<>();
        PolicyMilestones.of(roadmap).forEach(verdict -> milestones.add(policy(verdict)));
        roadmap.systems().forEach(system -> completion(system, roadmap).ifPresent(milestones::add));
        for (ScheduledTask task : roadmap.tasks()) {
            task.task()
                    .review()
                    .map(day -> of(task.task(), Milestone.Kind.REVIEW, day))
                    .ifPresent(milestones::add);
            if (task.late()) {
                task.finish()
                        .map(quarter -> of(task.task(), Milestone.Kind.LATE, quarter.lastDay()))
                        .ifPresent(milestones::add);
            }
        }
        Collections.sort(milestones);
        return List.copyOf(milestones);
    }

    private static Milestone policy(Verdict verdict) {
        Citation citation = verdict.citation();
        return new Milestone(
                verdict.deadline().orElseThrow(),
                Milestone.Kind.POLICY,
                citation.pack() + "/" + citation.rule().id(),
                "",
                ReasonSheet.line(citation),
                citation.rule().wording());
    }

    private static Optional<Milestone> completion(SystemPriority system, Roadmap roadmap) {
        List<ScheduledTask> tasks = roadmap.tasks().stream()
                .filter(it -> it.task().system().equals(system.system().id()))
                .toList();
        if (tasks.stream().anyMatch(it -> it.finish().isEmpty())) {
            return Optional.empty();
        }
        Optional<FiscalQuarter> last =
                tasks.stream().flatMap(it -> it.finish().stream()).max(Comparator.naturalOrder());
        String name = system.system().name();
        return last.map(quarter -> new Milestone(
                quarter.lastDay(),
                Milestone.Kind.SYSTEM,
                system.system().id(),
                system.system().id(),
                Text.same(name),
                new Text(tasks.size() + " 件の作業が終わる予定", "the last of " + tasks.size() + " tasks ends, as planned")));
    }

    private static Milestone of(MigrationTask task, Milestone.Kind kind, LocalDate day) {
        return new Milestone(
                day,
                kind,
                task.id(),
                task.system(),
                task.title(),
                Text.same(task.system() + " " + task.id() + " " + task.subject()));
    }
}
