package dev.shirube.reports.sheet;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.domain.office.OfficeForm;
import dev.shirube.domain.office.TaskEdit;
import dev.shirube.planner.roadmap.Actual;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.planner.roadmap.AdoptedPlan.Quarters;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes 別紙2 年次差分: what became of the tasks of the plan in force, and why as far as that is known. */
public final class ChangeSheet {
    private static final Word NEW = new Word(new Text("＋ 新規", "+ new"), Tone.CAUTION);
    private static final Word GONE = new Word(new Text("－ なくなった", "- gone"), Tone.MUTED);
    private static final Word DONE = new Word(new Text("○ 完了", "○ done"), Tone.GOOD);
    private static final Word BEGUN = new Word(new Text("△ 着手", "△ begun"), Tone.GOOD);
    private static final Word EARLIER = new Word(new Text("← 前倒し", "← earlier"), Tone.PLAIN);
    private static final Word LATER = new Word(new Text("→ 後ろ倒し", "→ later"), Tone.CAUTION);
    private static final Word LENGTH = new Word(new Text("↔ 期間変更", "↔ other length"), Tone.PLAIN);
    private static final Word NO_PLACE = new Word(new Text("× 配置できず", "× not placed"), Tone.DANGER);
    private static final Word SAME = new Word(new Text("＝ 変更なし", "= no change"), Tone.MUTED);
    private static final Word NOT_COMPARED = new Word(new Text("？ 比較なし", "? not compared"), Tone.CAUTION);

    private static final Text NOTHING = Text.same("");
    private static final Text DASH = Text.same("―");

    private final Roadmap roadmap;
    private final Wbs wbs;
    private final Map<String, Quarters> before;
    private final List<ChangeRow> rows = new ArrayList<>();
    private final Set<String> moved = new HashSet<>();

    private ChangeSheet(Roadmap roadmap, AdoptedPlan inForce) {
        this.roadmap = roadmap;
        this.wbs = new Wbs(roadmap);
        this.before = inForce.quarters();
    }

    /** What is other in that roadmap; one row that says so where nothing is, or nothing could be compared. */
    public static Table<?> of(Roadmap roadmap, ReportSettings settings) {
        return Table.of(
                ChangeRow.class,
                settings.inForce()
                        .map(it -> new ChangeSheet(roadmap, it).rows(it, settings.changes()))
                        .orElseGet(
                                () -> List.of(
                                        remark(
                                                NOT_COMPARED,
                                                new Text(
                                                        "採用した計画がないため比較していない。roadmap plan --adopt で採用すると、以後の差分を示す。",
                                                        "No plan is in force, so nothing was compared. Put one in force: roadmap plan --adopt.")))));
    }

    private static ChangeRow remark(Word kind, Text text) {
        return new ChangeRow(1, kind, "", "", text, NOTHING, NOTHING, NOTHING, "");
    }

    private List<ChangeRow> rows(AdoptedPlan inForce, Optional<InventoryDiff> changes) {
        roadmap.tasks().stream().filter(this::moves).map(it -> it.task().id()).forEach(moved::add);
        int same = 0;
        for (String system : wbs.systems()) {
            for (ScheduledTask task : wbs.tasks(system)) {
                if (!compare(task)) {
                    same++;
                }
            }
        }
        before.keySet().stream().filter(it -> roadmap.task(it).isEmpty()).forEach(it -> left(it, before.get(it)));
        Text day = new Text(
                "基準日 " + inForce.asOf() + " の計画と同じ作業：" + same + " 件",
                "tasks that stand as in the plan of " + inForce.asOf() + ": " + same);
        ChangeRow last = remark(SAME, day);
        rows.add(new ChangeRow(rows.size() + 1, last.kind(), "", "", last.work(), NOTHING, NOTHING, NOTHING, ""));
        rows.addAll(changes.map(it -> ScanChanges.rows(it, rows.size() + 1))
                .orElseGet(() -> List.of(new ChangeRow(
                        rows.size() + 1,
                        NOT_COMPARED,
                        "",
                        "",
                        new Text("検出結果・台帳", "findings and register"),
                        NOTHING,
                        NOTHING,
                        new Text(
                                "採用後のスキャンがないため比較していない（shirube scan の後に shirube inventory diff でも確認できる）",
                                "not compared: nothing was scanned since the plan was adopted (after a scan, shirube inventory diff tells as well)"),
                        ""))));
        return rows;
    }

    /** A task that does not follow from the inventory any more: over as reported, or to be looked into. */
    private void left(String id, Quarters then) {
        Text cause = then.done()
                ? new Text(
                        "終了が報告済みであり、今回の一覧には対象がない", "reported as finished; its subject is not in the inventory any more")
                : new Text(
                        "今回の一覧からは導かれない。対象がなくなったか、調査範囲が変わったかを確認する（inventory diff）",
                        "no longer follows from the inventory: find out whether its subject is gone or was not looked at"
                                + " (inventory diff)");
        add(then.done() ? DONE : GONE, then.system(), "", then.title(), quarters(then), DASH, cause, id);
    }

    private boolean moves(ScheduledTask task) {
        Quarters then = before.get(task.task().id());
        return then != null
                && (!task.start().equals(Optional.of(then.start()))
                        || !task.finish().equals(Optional.of(then.finish())));
    }

    private boolean compare(ScheduledTask task) {
        String id = task.task().id();
        Quarters then = before.get(id);
        if (then == null) {
            Text cause = new Text(
                    "採用した計画にはなかった。検出結果・台帳・方針の変更を確認する（inventory diff）",
                    "not in the plan in force: see what changed in findings, register and policies (inventory diff)");
            add(NEW, task, DASH, cause);
            return true;
        }
        boolean happened = !task.actual().equals(then.actual());
        if (!happened && !moves(task)) {
            return false;
        }
        add(happened ? happened(task) : kind(task, then), task, quarters(then), cause(task, then, happened));
        return true;
    }

    private static Word happened(ScheduledTask task) {
        return task.actual().filter(Actual::done).isPresent() ? DONE : BEGUN;
    }

    private static Word kind(ScheduledTask task, Quarters then) {
        if (task.start().isEmpty()) {
            return NO_PLACE;
        }
        int quarters = task.start().get().since(then.start());
        return quarters < 0 ? EARLIER : quarters > 0 ? LATER : LENGTH;
    }

    /** Only what was recorded is named as a cause. */
    private Text cause(ScheduledTask task, Quarters then, boolean happened) {
        String id = task.task().id();
        if (happened) {
            return written(id, TaskEdit.FINISHED)
                    .or(() -> written(id, TaskEdit.BEGUN))
                    .orElse(new Text("実績の報告", "reported"));
        }
        Optional<Text> edit = written(id, TaskEdit.START).or(() -> written(id, TaskEdit.PERSON_DAYS));
        if (edit.isPresent()) {
            return edit.get();
        }
        List<String> others = task.task().predecessors().stream()
                .filter(moved::contains)
                .map(wbs::task)
                .toList();
        String names = String.join(", ", others);
        if (!others.isEmpty() && kind(task, then) == EARLIER) {
            return new Text("先行作業 " + names + " の時期が変わったため", "what comes before it was done or moved: " + names);
        }
        if (!others.isEmpty() && kind(task, then) == LATER) {
            return new Text("先行作業 " + names + " が動いたため", "what comes before it moved: " + names);
        }
        return new Text(
                "要確認：体制・予算・実績など他の変更に伴う（roadmap explain " + id + "）",
                "to be confirmed: it follows from other changes (roadmap explain " + id + ")");
    }

    private Optional<Text> written(String id, String column) {
        Declaration<String> cell = roadmap.settings()
                .edits()
                .rows(OfficeForm.TASKS)
                .getOrDefault(id, Collections.emptySortedMap())
                .getOrDefault(column, Declaration.unknown());
        Map<String, Text> names = Map.of(
                TaskEdit.FINISHED, new Text("終了実績", "finished on"),
                TaskEdit.BEGUN, new Text("開始実績", "begun on"),
                TaskEdit.START, new Text("開始指定", "start in"),
                TaskEdit.PERSON_DAYS, new Text("工数見直し", "revised days"));
        return cell.value()
                .map(value -> new Text(
                        "様式4の" + names.get(column).ja() + " " + value + "（" + source(cell) + "）",
                        "form 4, " + names.get(column).en() + " " + value + " (" + source(cell) + ")"));
    }

    private static String source(Declaration<String> cell) {
        return cell.origin()
                + (cell.by().isEmpty() ? "" : ", " + cell.by())
                + (cell.on().isEmpty() ? "" : ", " + cell.on());
    }

    private void add(Word kind, ScheduledTask task, Text then, Text cause) {
        String id = task.task().id();
        add(kind, task.task().system(), wbs.task(id), task.task().title(), then, now(task), cause, id);
    }

    private void add(Word kind, String system, String number, Text work, Text then, Text now, Text cause, String id) {
        rows.add(new ChangeRow(rows.size() + 1, kind, system, number, work, then, now, cause, id));
    }

    private static Text now(ScheduledTask task) {
        return task.start().isEmpty()
                ? DASH
                : quarters(new Quarters(task.start().get(), task.finish().orElseThrow()));
    }

    private static Text quarters(Quarters quarters) {
        FiscalQuarter first = quarters.start();
        FiscalQuarter last = quarters.finish();
        return new Text(
                RoadmapSheet.quarter(first).ja() + " 〜 "
                        + RoadmapSheet.quarter(last).ja(),
                RoadmapSheet.quarter(first).en() + " to "
                        + RoadmapSheet.quarter(last).en());
    }
}
