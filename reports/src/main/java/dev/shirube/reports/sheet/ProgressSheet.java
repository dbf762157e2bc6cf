package dev.shirube.reports.sheet;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Text;
import dev.shirube.domain.diff.Progress;
import dev.shirube.domain.diff.Progress.Share;
import dev.shirube.planner.roadmap.Actual;
import dev.shirube.planner.roadmap.AdoptedPlan.Quarters;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.table.Table;
import dev.shirube.reports.table.Tone;
import dev.shirube.reports.table.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Makes 様式5 進捗管理表: the plan in force against what happened, by fiscal year, for the office and for each system. Both are
 * counted over the same tasks, so that finding more never looks like falling back.
 */
public final class ProgressSheet {
    private static final Word KEPT = new Word(new Text("○ 計画どおり", "○ as planned"), Tone.GOOD);
    private static final Word BEHIND = new Word(new Text("× 遅れ", "× behind"), Tone.DANGER);
    private static final Word AHEAD = new Word(new Text("― 今後", "― to come"), Tone.MUTED);
    private static final Word NO_PLAN = new Word(new Text("？ 計画未採用", "? no plan in force"), Tone.CAUTION);

    /** A task of the plan in force, and when it was over if anybody reported that. */
    private record Promise(String system, FiscalQuarter finish, Optional<LocalDate> end, boolean stands) {}

    private final Roadmap roadmap;
    private final Inventory inventory;
    private final ReportSettings settings;
    private final LocalDate asOf;
    private final int thisYear;
    private final MigratedAssets assets;
    private final List<Promise> promises = new ArrayList<>();
    private final List<ProgressRow> rows = new ArrayList<>();

    private ProgressSheet(Roadmap roadmap, Inventory inventory, ReportSettings settings) {
        this.roadmap = roadmap;
        this.inventory = inventory;
        this.settings = settings;
        this.asOf = roadmap.settings().asOf();
        this.thisYear = FiscalQuarter.of(asOf).year();
        this.assets = MigratedAssets.of(roadmap);
        Map<String, ScheduledTask> tasks = new HashMap<>();
        roadmap.tasks().forEach(it -> tasks.put(it.task().id(), it));
        settings.inForce()
                .ifPresent(plan -> plan.quarters()
                        .forEach((id, it) -> promises.add(promise(it, Optional.ofNullable(tasks.get(id))))));
    }

    private static Promise promise(Quarters then, Optional<ScheduledTask> now) {
        Optional<LocalDate> end =
                now.flatMap(ScheduledTask::actual).or(then::actual).flatMap(Actual::end);
        String system = now.map(it -> it.task().system()).orElse(then.system());
        return new Promise(system, then.finish(), end, now.isPresent());
    }

    /** The progress table of that roadmap. */
    public static Table<?> of(Roadmap roadmap, Inventory inventory, ReportSettings settings) {
        return Table.of(ProgressRow.class, new ProgressSheet(roadmap, inventory, settings).rows());
    }

    private List<ProgressRow> rows() {
        FiscalYears years = FiscalYears.of(roadmap);
        int first = promises.stream().mapToInt(it -> it.finish().year()).min().orElse(thisYear);
        for (int year = Math.min(first, thisYear); year <= years.last(); year++) {
            row("", new Text("全体", "the office as a whole"), year, it -> true);
        }
        for (String system : new Wbs(roadmap).systems()) {
            int last = roadmap.tasks().stream()
                    .filter(it -> it.task().system().equals(system))
                    .flatMap(it -> it.finish().stream())
                    .map(FiscalQuarter::year)
                    .max(Comparator.naturalOrder())
                    .orElse(thisYear);
            Text name = system.equals(MigrationTask.OFFICE)
                    ? new Text("全庁共通", "the office's own tasks")
                    : Text.same(inventory.system(system).name());
            for (int year = Math.min(first, thisYear); year <= Math.max(last, thisYear); year++) {
                row(system, name, year, system::equals);
            }
        }
        return rows;
    }

    private void row(String system, Text name, int year, Predicate<String> which) {
        List<Promise> promised =
                promises.stream().filter(it -> which.test(it.system())).toList();
        List<ScheduledTask> tasks = roadmap.tasks().stream()
                .filter(it -> which.test(it.task().system()))
                .toList();
        boolean past = year <= thisYear;
        boolean plan = settings.inForce().isPresent();
        int overdue = number(
                promised,
                it -> it.finish().year() <= year
                        && it.finish().lastDay().isBefore(asOf)
                        && it.end().isEmpty()
                        && it.stands());
        Predicate<AssetAssessment> own = it -> which.test(it.system());
        int all = assets.count(own);
        int left = assets.remaining(year, own);
        rows.add(new ProgressRow(
                rows.size() + 1,
                system,
                name,
                new Text(
                        FiscalYears.label(year).ja() + " (" + year + ")",
                        FiscalYears.label(year).en()),
                known(plan, number(promised, it -> it.finish().year() <= year)),
                OptionalInt.of(number(
                        tasks, it -> it.finish().filter(q -> q.year() <= year).isPresent())),
                known(
                        plan && past,
                        number(
                                promised,
                                it -> it.end()
                                        .filter(day -> FiscalQuarter.of(day).year() <= year)
                                        .isPresent())),
                known(plan && past, overdue),
                known(
                        plan,
                        number(
                                tasks,
                                it -> it.finish().filter(q -> q.year() <= year).isPresent() && added(it))),
                plan ? past ? overdue > 0 ? BEHIND : KEPT : AHEAD : NO_PLAN,
                OptionalInt.of(all),
                OptionalInt.of(all - left),
                all == 0 ? OptionalInt.empty() : OptionalInt.of(100 * (all - left) / all),
                year == thisYear ? scanned(system) : Text.same(""),
                system.isEmpty()));
    }

    private boolean added(ScheduledTask task) {
        return settings.inForce()
                .filter(it -> it.quarters().containsKey(task.task().id()))
                .isEmpty();
    }

    /** What scans saw of the same places when the plan was adopted, and see now. */
    private Text scanned(String system) {
        return settings.changes().stream()
                .flatMap(it -> it.progress().stream())
                .filter(it ->
                        it.system().orElse("").equals(system) && it.purpose().isEmpty())
                .findFirst()
                .map(ProgressSheet::shares)
                .orElse(new Text("比較なし", "not compared"));
    }

    private static Text shares(Progress it) {
        if (it.sameBefore().total() == 0 && it.sameAfter().total() == 0) {
            return new Text("双方の調査で見たものなし", "nothing seen both times");
        }
        Text before = share(it.sameBefore());
        Text after = share(it.sameAfter());
        return new Text(before.ja() + " → " + after.ja(), before.en() + " → " + after.en());
    }

    private static Text share(Share share) {
        return share.permille()
                .map(it -> Text.same(it / 10 + "." + it % 10 + "% (" + share.migrated() + "/" + share.total() + ")"))
                .orElse(new Text("対象なし", "none"));
    }

    private static OptionalInt known(boolean known, int value) {
        return known ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private static <T> int number(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}
