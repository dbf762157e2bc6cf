package dev.shirube.reports.page;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.planner.migration.Target;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.policy.Verdict.Outcome;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.Reason;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.sheet.PolicyMilestones;
import dev.shirube.reports.sheet.ReasonSheet;
import dev.shirube.reports.sheet.Targets;
import dev.shirube.reports.sheet.Teams;
import dev.shirube.reports.sheet.Wbs;
import dev.shirube.reports.sheet.Words;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The plan as the page draws it: tasks in time with what they wait for, milestones, and what the rules say of each asset. */
final class PlanData {
    /** What a reader has to do something about; that a rule is met or does not apply is not among it. */
    private static final Set<Outcome> TOLD = EnumSet.of(Outcome.WARN, Outcome.FAIL, Outcome.INDETERMINATE);

    private final PageJson json;
    private final Roadmap roadmap;
    private final Wbs wbs;

    private PlanData(PageJson json, Roadmap roadmap) {
        this.json = json;
        this.roadmap = roadmap;
        this.wbs = new Wbs(roadmap);
    }

    /** Writes {@code tasks}, {@code milestones} and {@code assets}. */
    static void write(PageJson json, Roadmap roadmap) {
        PlanData data = new PlanData(json, roadmap);
        json.list(
                "tasks",
                it -> data.wbs
                        .systems()
                        .forEach(system -> data.wbs.tasks(system).forEach(data::task)));
        json.list("milestones", it -> PolicyMilestones.of(roadmap).forEach(data::milestone));
        json.list("assets", it -> roadmap.assets().forEach(data::asset));
    }

    /** Quarters counted from year 0, so that a difference is a distance in time. */
    static int index(FiscalQuarter quarter) {
        return quarter.since(new FiscalQuarter(0, 1));
    }

    private void task(ScheduledTask scheduled) {
        MigrationTask task = scheduled.task();
        json.object(it -> {
            json.text("id", task.id());
            json.text("wbs", wbs.task(task.id()));
            json.text("system", task.system());
            json.said("title", task.title());
            json.text("kind", task.kind().id());
            json.said("kindName", task.kind().label());
            json.said("use", task.function().label());
            quarter("start", scheduled.start());
            quarter("end", scheduled.finish());
            json.text("due", task.deadline());
            json.text("review", task.review());
            task.preferred().ifPresent(year -> json.number("renewal", year));
            json.truth("late", scheduled.late());
            json.text("team", Teams.name(roadmap, task.team()));
            json.number("days", task.effort().personDays());
            json.truth("assumed", task.effort().assumed());
            task.effort().yen().ifPresent(yen -> json.number("yen", yen));
            json.text("score", task.score().map(Score::value));
            json.number("findings", task.findings().size());
            json.list("after", list -> task.predecessors().forEach(before -> json.text(wbs.task(before))));
            json.list("targets", list -> task.replacement().targets().forEach(this::target));
            json.list("reasons", list -> {
                task.reasons().forEach(this::reason);
                scheduled.reasons().forEach(this::reason);
            });
            scheduled.needs().ifPresent(needs -> json.said("needs", needs));
        });
    }

    private void target(Target target) {
        json.list(it -> {
            json.said(target.name());
            json.said(Targets.standard(target));
        });
    }

    private void reason(Reason reason) {
        json.list(it -> {
            json.said(reason.kind().label());
            json.said(reason.text());
            reason.citation().ifPresent(citation -> json.said(ReasonSheet.line(citation)));
        });
    }

    private void milestone(Verdict verdict) {
        json.object(it -> {
            json.text("day", verdict.deadline());
            json.said("rule", ReasonSheet.line(verdict.citation()));
            json.said("wording", verdict.citation().rule().wording());
        });
    }

    private void asset(AssetAssessment asset) {
        json.object(it -> {
            json.text("system", asset.system());
            json.text("asset", asset.asset().id());
            json.text("name", asset.name());
            json.said("use", asset.function().label());
            json.said("context", Words.of(asset.context()));
            json.text("threat", asset.threat().id());
            json.said("threatName", Words.of(asset.threat()));
            json.truth("seen", asset.useSeen());
            json.number("findings", asset.findings().size());
            json.text("due", asset.deadline());
            json.text("score", asset.earliest().map(Score::value));
            json.text("task", asset.task().map(wbs::task));
            asset.untasked().ifPresent(why -> json.said("untasked", why));
            json.list(
                    "verdicts",
                    list -> asset.verdicts().stream()
                            .filter(verdict -> TOLD.contains(verdict.outcome()))
                            .forEach(this::verdict));
        });
    }

    private void verdict(Verdict verdict) {
        json.list(it -> {
            json.text(verdict.outcome().name().toLowerCase(Locale.ROOT));
            json.said(verdict.outcome().label());
            json.said(ReasonSheet.line(verdict.citation()));
            json.said(verdict.reason());
            json.said(verdict.deadline().map(day -> Text.same(day.toString())).orElse(Text.same("")));
        });
    }

    private void quarter(String name, Optional<FiscalQuarter> quarter) {
        quarter.ifPresent(it -> json.number(name, index(it)));
    }
}
