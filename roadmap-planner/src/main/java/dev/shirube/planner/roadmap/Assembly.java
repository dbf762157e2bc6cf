package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.policy.PolicyPack;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.risk.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the values of a roadmap together from a finished plan. */
final class Assembly {

    private final Inventory inventory;
    private final PlanSettings settings;
    private final List<PolicyPack> packs;
    private final Plan plan;
    private final PlacementNotes notes;

    Assembly(Inventory inventory, PlanSettings settings, List<PolicyPack> packs, Plan plan) {
        this.inventory = inventory;
        this.settings = settings;
        this.packs = packs;
        this.plan = plan;
        this.notes = new PlacementNotes(plan);
    }

    AssetAssessment asset(AssessedUse assessed) {
        Use use = assessed.use();
        InformationSystem system = inventory.system(use.key().system());
        Optional<Integer> job = assessed.disposition().task().map(key -> plan.indexOf(key.id()));
        Optional<LocalDate> planned = job.flatMap(plan::plannedCompletion);
        Optional<LocalDate> earliest = job.map(plan::earliestCompletion);
        return new AssetAssessment(
                use.key().system(),
                use.asset(),
                use.name(),
                use.subject().function(),
                use.key().use(),
                use.functions(),
                use.key().context(),
                use.seen(),
                use.subject().threat(),
                use.subject().classicalBits(),
                use.fingerprints(),
                verdicts(assessed, job),
                assessed.deadline(),
                assessed.dates(),
                earliest.map(day -> assessed.score(system, settings, day)),
                planned.map(day -> assessed.score(system, settings, day)),
                job.map(it -> plan.drafts().get(it).id()),
                assessed.disposition().reason());
    }

    /** A task that waits ends no exposure, so its own end is no completion for the rules. */
    private List<Verdict> verdicts(AssessedUse assessed, Optional<Integer> job) {
        Optional<LocalDate> completion = job.filter(
                        it -> plan.drafts().get(it).review().isEmpty())
                .map(it -> plan.plannedCompletion(it).orElseGet(() -> plan.earliestCompletion(it)));
        return AssessedUse.verdicts(assessed.use(), packs, settings, completion);
    }

    List<ScheduledTask> tasks() {
        List<Integer> jobs = new ArrayList<>();
        for (int job = 0; job < plan.drafts().size(); job++) {
            jobs.add(job);
        }
        jobs.sort(Comparator.comparing((Integer job) -> !plan.drafts().get(job).useSeen())
                .thenComparingInt(job -> plan.start(job).orElse(Integer.MAX_VALUE))
                .thenComparingInt(job -> -plan.score(job).map(Score::high).orElse(0))
                .thenComparing(job -> plan.drafts().get(job).id()));
        List<ScheduledTask> tasks = new ArrayList<>();
        for (int job : jobs) {
            tasks.add(scheduled(job, tasks.size() + 1));
        }
        return List.copyOf(tasks);
    }

    private ScheduledTask scheduled(int job, int order) {
        Draft draft = plan.drafts().get(job);
        boolean late = notes.late(job);
        return new ScheduledTask(
                task(job),
                order,
                quarter(plan.start(job)),
                quarter(plan.end(job)),
                personDays(job),
                late,
                late ? Optional.of(notes.needs(job)) : Optional.empty(),
                plan.plannedCompletion(job).flatMap(day -> draft.score(settings, day)),
                notes.reasons(job),
                notes.holds(job));
    }

    private Optional<FiscalQuarter> quarter(OptionalInt period) {
        return period.isEmpty() ? Optional.empty() : Optional.of(plan.calendar().quarter(period.getAsInt()));
    }

    private SortedMap<FiscalQuarter, Integer> personDays(int job) {
        SortedMap<FiscalQuarter, Integer> days = new TreeMap<>();
        if (plan.calendar().constrained() && plan.start(job).isPresent()) {
            List<Integer> work = plan.job(job).work();
            for (int offset = 0; offset < work.size(); offset++) {
                days.put(plan.calendar().quarter(plan.start(job).getAsInt() + offset), work.get(offset));
            }
        }
        return days;
    }

    private MigrationTask task(int job) {
        Draft draft = plan.drafts().get(job);
        List<Verdict> verdicts = draft.uses().stream()
                .flatMap(use -> verdicts(use, Optional.of(job)).stream())
                .toList();
        return new MigrationTask(
                draft.id(),
                draft.key().kind(),
                draft.key().system(),
                draft.title(),
                draft.subject(),
                draft.key().function(),
                draft.uses().stream()
                        .map(use -> use.use().asset().id())
                        .sorted()
                        .distinct()
                        .toList(),
                draft.findings(),
                draft.replacement(),
                draft.effort(),
                plan.predecessors(job),
                draft.system().team(),
                plan.calendar().quarter(plan.job(job).release()),
                plan.alignment(job).fiscalYear(),
                plan.deadline(job),
                draft.review(),
                plan.score(job),
                TaskReasons.of(plan, job, verdicts));
    }
}
