package dev.shirube.reports.sheet;

import dev.shirube.domain.ExceptionGrant;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.domain.office.IssueAnswer;
import dev.shirube.domain.office.TaskEdit;
import dev.shirube.domain.office.TaskStatus;
import dev.shirube.planner.risk.Question;
import dev.shirube.planner.roadmap.Gap;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.planner.roadmap.TaskKind;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes 様式7 課題・要確認一覧: what cannot be placed or comes late, what was not looked at, questions, waits. */
public final class IssueSheet {
    private static final Word LATE = new Word(new Text("× 期限・配置", "× deadline or place"), Tone.DANGER);
    private static final Word GAP = new Word(new Text("× 未調査", "× not looked at"), Tone.DANGER);
    private static final Word QUESTION = new Word(new Text("？ 登録値の確認", "？ declaration"), Tone.CAUTION);
    private static final Word UNKNOWN = new Word(new Text("？ 暗号の調査", "？ investigation"), Tone.CAUTION);
    private static final Word WAIT = new Word(new Text("△ 標準化・提供待ち", "△ wait and review"), Tone.MUTED);

    private static final Word CONFIRM = new Word(new Text("？ 作業の確認", "？ task"), Tone.CAUTION);

    private final Roadmap roadmap;
    private final Inventory inventory;
    private final Wbs wbs;
    private final List<IssueRow> rows = new ArrayList<>();

    private IssueSheet(Roadmap roadmap, Inventory inventory) {
        this.roadmap = roadmap;
        this.inventory = inventory;
        this.wbs = new Wbs(roadmap);
    }

    /** What is open in that roadmap over that inventory, the gravest kind first, in the order of the roadmap within each. */
    public static Table<?> of(Roadmap roadmap, Inventory inventory) {
        return Table.of(IssueRow.class, rows(roadmap, inventory));
    }

    /** The ids of its rows. */
    public static List<String> ids(Roadmap roadmap, Inventory inventory) {
        return rows(roadmap, inventory).stream().map(IssueRow::id).toList();
    }

    private static List<IssueRow> rows(Roadmap roadmap, Inventory inventory) {
        IssueSheet sheet = new IssueSheet(roadmap, inventory);
        roadmap.tasks().forEach(sheet::late);
        roadmap.gaps().forEach(sheet::gap);
        roadmap.systems().forEach(sheet::questions);
        sheet.exceptions();
        roadmap.tasks().forEach(sheet::toConfirm);
        roadmap.tasks().forEach(it -> sheet.task(it, TaskKind.INVESTIGATE, UNKNOWN));
        roadmap.tasks().forEach(it -> sheet.task(it, TaskKind.WAIT, WAIT));
        return sheet.rows;
    }

    /** Exceptions that hold no longer, or not for long. */
    private void exceptions() {
        LocalDate today = roadmap.settings().asOf();
        for (ExceptionGrant grant : roadmap.settings().edits().exceptions()) {
            ExceptionStanding standing = ExceptionStanding.of(grant, today);
            if (standing != ExceptionStanding.IN_FORCE) {
                Text what = new Text(
                        "例外措置 " + grant.id() + "（" + grant.rule() + "）：" + grant.reason(),
                        "Exception " + grant.id() + " (" + grant.rule() + "): " + grant.reason());
                add(standing.word(), grant.system(), what, Optional.of(grant.expires()), "", "exception/" + grant.id());
            }
        }
    }

    /** Tasks of which the office itself says that something is to be confirmed. */
    private void toConfirm(ScheduledTask scheduled) {
        MigrationTask task = scheduled.task();
        TaskEdit edit = roadmap.settings().edits().task(task.id());
        if (edit.status().filter(it -> it == TaskStatus.TO_CONFIRM).isPresent()) {
            Text what = edit.note().isEmpty()
                    ? task.title()
                    : new Text(
                            task.title().ja() + "：" + edit.note(), task.title().en() + ": " + edit.note());
            Optional<LocalDate> due = scheduled.start().map(FiscalQuarter::firstDay);
            add(CONFIRM, task.system(), what, due, wbs.task(task.id()), "confirm/" + task.id());
        }
    }

    private void late(ScheduledTask scheduled) {
        scheduled.needs().ifPresent(needs -> {
            MigrationTask task = scheduled.task();
            Text what =
                    new Text(task.title().ja() + "：" + needs.ja(), task.title().en() + ": " + needs.en());
            add(LATE, task.system(), what, task.deadline(), wbs.task(task.id()), "late/" + task.id());
        });
    }

    private void gap(Gap gap) {
        Text what = gap.location().isEmpty()
                ? gap.what()
                : new Text(
                        gap.what().ja() + "（" + gap.location() + "）", gap.what().en() + " (" + gap.location() + ")");
        add(GAP, gap.system(), what, Optional.empty(), "", "gap/" + gap.system() + "/" + gap.location());
    }

    private void questions(SystemPriority priority) {
        for (Question question : priority.questions()) {
            add(
                    QUESTION,
                    priority.system().id(),
                    question.label(),
                    Optional.empty(),
                    "",
                    "question/" + priority.system().id() + "/"
                            + question.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private void task(ScheduledTask scheduled, TaskKind kind, Word word) {
        MigrationTask task = scheduled.task();
        if (task.kind() != kind) {
            return;
        }
        Text what =
                new Text(task.title().ja() + "：" + task.subject(), task.title().en() + ": " + task.subject());
        Optional<LocalDate> due = task.review().or(() -> scheduled.finish().map(it -> it.lastDay()));
        add(word, task.system(), what, due, wbs.task(task.id()), "task/" + task.id());
    }

    private void add(Word kind, String system, Text what, Optional<LocalDate> due, String task, String id) {
        InformationSystem declared = inventory.system(system);
        String whom = declared.owner().isEmpty() ? declared.contact() : declared.owner();
        IssueAnswer answer = roadmap.settings().edits().answer(id);
        rows.add(new IssueRow(
                rows.size() + 1,
                kind,
                system,
                what,
                whom,
                due,
                task,
                answer.status().map(AnswerChoice::of),
                answer.answer(),
                id));
    }
}
