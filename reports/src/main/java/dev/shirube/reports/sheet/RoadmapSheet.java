package dev.shirube.reports.sheet;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.domain.office.TaskEdit;
import dev.shirube.planner.migration.Target;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.Actual;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.Reason;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Makes 様式4 工程表: milestones, then each system in order of urgency with its tasks. */
public final class RoadmapSheet {
    private static final Text NOTHING = Text.same("");
    private static final Set<Reason.Kind> MAIN_REASONS =
            EnumSet.of(Reason.Kind.USE, Reason.Kind.DEADLINE, Reason.Kind.WAIT);

    private final Roadmap roadmap;
    private final Inventory inventory;
    private final Wbs wbs;
    private final Gantt gantt;

    private RoadmapSheet(Roadmap roadmap, Inventory inventory) {
        this.roadmap = roadmap;
        this.inventory = inventory;
        this.wbs = new Wbs(roadmap);
        this.gantt = new Gantt(roadmap);
    }

    /** The roadmap as a table with a band of quarters. */
    public static Table<?> of(Roadmap roadmap, Inventory inventory) {
        RoadmapSheet sheet = new RoadmapSheet(roadmap, inventory);
        return Table.of(TaskRow.class, sheet.gantt.band(), sheet.rows());
    }

    private List<TaskRow> rows() {
        List<TaskRow> rows = new ArrayList<>();
        PolicyMilestones.of(roadmap).forEach(milestone -> rows.add(milestone(rows.size() + 1, milestone)));
        for (String system : wbs.systems()) {
            rows.add(heading(system, wbs.tasks(system)));
            wbs.tasks(system).forEach(task -> rows.add(task(task)));
        }
        return rows;
    }

    private TaskRow milestone(int number, Verdict verdict) {
        LocalDate day = verdict.deadline().orElseThrow();
        Citation citation = verdict.citation();
        return new TaskRow(
                "M" + number,
                "",
                ReasonSheet.line(citation),
                List.of(),
                new Text("マイルストーン", "milestone"),
                NOTHING,
                "",
                "",
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                NOTHING,
                NOTHING,
                NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(day),
                Optional.empty(),
                "",
                gantt.milestone(day),
                List.of(citation.rule().wording()),
                "",
                "",
                false);
    }

    private TaskRow heading(String id, List<ScheduledTask> tasks) {
        Optional<SystemPriority> priority = roadmap.systems().stream()
                .filter(it -> it.system().id().equals(id))
                .findFirst();
        InformationSystem system = priority.map(SystemPriority::system).orElseGet(() -> inventory.system(id));
        return new TaskRow(
                wbs.system(id),
                id,
                Text.same(system.name()),
                List.of(),
                new Text("情報システム", "information system"),
                NOTHING,
                "",
                "",
                List.of(),
                OptionalInt.of(tasks.stream()
                        .mapToInt(it -> it.task().effort().personDays())
                        .sum()),
                Optional.empty(),
                quarter(tasks.stream().flatMap(it -> it.start().stream()).min(Comparator.naturalOrder())),
                quarter(tasks.stream().flatMap(it -> it.finish().stream()).max(Comparator.naturalOrder())),
                NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                priority.flatMap(SystemPriority::deadline),
                Optional.empty(),
                priority.flatMap(SystemPriority::score).map(Score::value).orElse(""),
                gantt.summary(tasks, system.renewalFiscalYear().value()),
                List.of(),
                "",
                "",
                true);
    }

    private TaskRow task(ScheduledTask scheduled) {
        MigrationTask task = scheduled.task();
        TaskEdit edit = roadmap.settings().edits().task(task.id());
        return new TaskRow(
                wbs.task(task.id()),
                task.system(),
                task.title(),
                task.replacement().targets().stream().map(Target::name).toList(),
                task.kind().label(),
                task.function().label(),
                Teams.name(roadmap, task.team()),
                edit.assignee(),
                task.predecessors().stream().map(wbs::task).toList(),
                OptionalInt.of(task.effort().personDays()),
                edit.personDays(),
                quarter(scheduled.start()),
                quarter(scheduled.finish()),
                quarter(edit.start()),
                edit.begun(),
                edit.finished(),
                edit.status().map(StatusChoice::of),
                task.deadline(),
                Optional.of(outlook(scheduled)),
                task.score().map(Score::value).orElse(""),
                gantt.task(scheduled),
                mainReasons(scheduled),
                edit.note(),
                task.id(),
                false);
    }

    private static Word outlook(ScheduledTask task) {
        if (task.actual().filter(Actual::done).isPresent()) {
            return new Word(new Text("○ 完了", "○ done"), Tone.GOOD);
        }
        if (task.start().isEmpty()) {
            return new Word(new Text("× 配置できず", "× not placed"), Tone.DANGER);
        }
        if (task.late()) {
            return new Word(new Text("× 期限超過", "× late"), Tone.DANGER);
        }
        return task.task().deadline().isPresent()
                ? new Word(new Text("○ 期限内", "○ in time"), Tone.GOOD)
                : new Word(new Text("― 期限なし", "― no deadline"), Tone.MUTED);
    }

    /** What is needed if it comes too late, whose code it is, its deadline and wait; the annex has every reason. */
    private static List<Text> mainReasons(ScheduledTask scheduled) {
        Stream<Text> reasons = Stream.concat(scheduled.task().reasons().stream(), scheduled.reasons().stream())
                .filter(reason -> MAIN_REASONS.contains(reason.kind()))
                .map(Reason::text);
        return Stream.concat(scheduled.needs().stream(), reasons).distinct().toList();
    }

    private static Text quarter(Optional<FiscalQuarter> quarter) {
        return quarter.map(RoadmapSheet::quarter).orElse(NOTHING);
    }

    static Text quarter(FiscalQuarter quarter) {
        return new Text(
                "R" + quarter.reiwa() + "-" + quarter.quarter() + "Q",
                "FY" + quarter.year() + " Q" + quarter.quarter());
    }
}
