package dev.shirube.reports.sheet;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.risk.RiskBand;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.table.Chart;
import dev.shirube.reports.table.Chart.Series;
import dev.shirube.reports.table.Chart.Style;
import dev.shirube.reports.table.Dashboard;
import dev.shirube.reports.table.Dashboard.Figure;
import dev.shirube.reports.table.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes 概要: the roadmap on one page for those who decide on it. */
public final class OverviewSheet {
    private static final int LISTED = 3;

    private final Roadmap roadmap;
    private final Inventory inventory;
    private final FiscalYears years;
    private final MigratedAssets assets;

    private OverviewSheet(Roadmap roadmap, Inventory inventory) {
        this.roadmap = roadmap;
        this.inventory = inventory;
        this.years = FiscalYears.of(roadmap);
        this.assets = MigratedAssets.of(roadmap);
    }

    /** The page of that roadmap. */
    public static Dashboard of(Roadmap roadmap, Inventory inventory) {
        return new OverviewSheet(roadmap, inventory).dashboard();
    }

    private Dashboard dashboard() {
        List<Chart> charts = new ArrayList<>();
        charts.add(remaining());
        charts.add(priorities());
        charts.add(shares());
        LoadChart.of(roadmap).ifPresent(charts::add);
        return new Dashboard(
                new Text("概要", "Overview"),
                new Text("概要付表 図の値", "Overview Values"),
                new Text(
                        "年度は4月始まり。図の値は「概要付表 図の値」、その元は様式3（利用箇所ごと）と様式4（作業ごと）にある。",
                        "Fiscal years begin in April. The charts' numbers: \"Overview Values\"; what they sum up: forms 3 and 4."),
                figures(),
                charts,
                remarks());
    }

    private List<Figure> figures() {
        long late = roadmap.tasks().stream().filter(ScheduledTask::late).count();
        long errors = errors();
        Optional<FiscalQuarter> last =
                roadmap.tasks().stream().flatMap(it -> it.finish().stream()).max(Comparator.naturalOrder());
        return List.of(
                new Figure(
                        new Text("情報システム", "Information systems"),
                        count(roadmap.systems().size()),
                        Tone.PLAIN),
                new Figure(new Text("移行対象（量子計算機に脆弱）", "To migrate (vulnerable)"), count(assets.total()), Tone.PLAIN),
                new Figure(new Text("移行作業", "Tasks"), count(roadmap.tasks().size()), Tone.PLAIN),
                new Figure(
                        new Text(
                                late > 0 ? "× 期限に間に合わない作業" : "○ 期限に間に合わない作業",
                                late > 0 ? "× tasks not in time" : "○ tasks not in time"),
                        count(late),
                        late > 0 ? Tone.DANGER : Tone.GOOD),
                new Figure(
                        new Text("最後の作業の終了", "Last task ends"),
                        last.map(RoadmapSheet::quarter).orElse(Text.same("―")),
                        Tone.PLAIN),
                new Figure(
                        new Text(
                                errors > 0 ? "△ 未読の入力" : "○ 未読の入力",
                                errors > 0 ? "△ inputs not read" : "○ inputs not read"),
                        count(errors),
                        errors > 0 ? Tone.CAUTION : Tone.GOOD));
    }

    private long errors() {
        return inventory.diagnostics().stream()
                .filter(it -> it.diagnostic().severity() == Severity.ERROR)
                .count();
    }

    private Chart remaining() {
        List<Text> names = years.all().stream().map(FiscalYears::brief).toList();
        List<Integer> due = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        List<Integer> allowed = new ArrayList<>();
        for (int year : years.all()) {
            due.add(assets.remaining(year, it -> it.deadline().isPresent()));
            open.add(assets.remaining(year, it -> it.deadline().isEmpty()));
            allowed.add(assets.count(it -> it.deadline()
                    .filter(day -> day.isAfter(FiscalYears.end(year)))
                    .isPresent()));
        }
        List<Series> series = new ArrayList<>();
        boolean deadlines = assets.count(it -> it.deadline().isPresent()) > 0;
        if (deadlines) {
            series.add(Series.of(new Text("残存（期限あり）", "left, with a deadline"), Style.COLUMN, due));
        }
        series.add(Series.of(new Text("残存（期限なし）", "left, without a deadline"), Style.COLUMN, open));
        if (deadlines) {
            series.add(Series.of(new Text("方針の許す上限（期限あり）", "most that policy allows"), Style.LIMIT, allowed));
        }
        Text note = deadlines
                ? new Text(
                        "各年度末に残る移行対象（計画どおりに終わる場合）。破線は、採用した方針の期限がまだ来ていないものの数であり、期限ありの棒はこれを超えてはならない。",
                        "What is left at the end of each year if the plan is kept. The broken line counts what is not yet due by the"
                                + " adopted policies: the column of those with a deadline must not pass it.")
                : new Text(
                        "各年度末に残る移行対象（計画どおりに終わる場合）。期限を定める方針を採用していないため、方針の線はない。",
                        "What is left at the end of each year if the plan is kept. No adopted policy sets a deadline: there is no"
                                + " line.");
        return new Chart(
                new Text("残存する脆弱な暗号利用（年度末）", "Vulnerable uses left at the end of the year"),
                note,
                new Text("年度", "Fiscal year"),
                new Text("件", "uses"),
                OptionalInt.empty(),
                names,
                series);
    }

    private Chart priorities() {
        List<RiskBand> bands = Arrays.asList(RiskBand.values());
        List<Text> names = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (RiskBand band : bands) {
            names.add(band.label());
            counts.add((int) roadmap.systems().stream()
                    .filter(it -> it.score().map(Score::band).equals(Optional.of(band)))
                    .count());
        }
        names.add(new Text("対象なし・不明", "none or unknown"));
        counts.add((int)
                roadmap.systems().stream().filter(it -> it.score().isEmpty()).count());
        return new Chart(
                new Text("優先度別の情報システム", "Information systems by priority"),
                new Text(
                        "優先度は最も高い利用箇所の点数による（様式1）。点数は本製品独自であり、公的な評価ではない。「対象なし・不明」には未調査のシステムを含む。",
                        "By the greatest score among its uses (form 1): the product's own measure, from no standard. \"None or"
                                + " unknown\" holds systems nobody looked at."),
                new Text("優先度", "Priority"),
                new Text("システム", "systems"),
                OptionalInt.empty(),
                names,
                List.of(Series.of(new Text("システム数", "systems"), Style.COLUMN, counts)));
    }

    private Chart shares() {
        List<Text> names = years.all().stream().map(FiscalYears::brief).toList();
        List<Series> series = new ArrayList<>();
        for (PolicyFunction function : PolicyFunction.values()) {
            int all = assets.count(it -> it.function() == function);
            if (all > 0) {
                List<Integer> shares = years.all().stream()
                        .map(year -> 100 * (all - assets.remaining(year, it -> it.function() == function)) / all)
                        .toList();
                series.add(Series.of(
                        new Text(
                                function.label().ja() + "（" + all + "）",
                                function.label().en() + " (" + all + ")"),
                        Style.LINE,
                        shares));
            }
        }
        return new Chart(
                new Text("用途別の移行率（年度末の予定）", "Migrated share by function (planned, end of year)"),
                new Text(
                        "移行対象のうち、作業が終わる予定の割合（端数切捨て）。括弧内は件数。標準化待ちのものは移行済みに数えない。",
                        "Share of the uses whose task is planned to be over, rounded down; in brackets how many there are. What waits"
                                + " for a standard is not counted as migrated."),
                new Text("年度", "Fiscal year"),
                new Text("％", "percent"),
                OptionalInt.of(100),
                names,
                series);
    }

    private List<Text> remarks() {
        List<Text> remarks = new ArrayList<>();
        List<ScheduledTask> late =
                roadmap.tasks().stream().filter(ScheduledTask::late).toList();
        Wbs wbs = new Wbs(roadmap);
        for (ScheduledTask it : late.subList(0, Math.min(LISTED, late.size()))) {
            String id = it.task().system() + " " + wbs.task(it.task().id());
            remarks.add(new Text(
                    "・期限に間に合わない：" + id + " " + it.task().title().ja(),
                    "- not in time: " + id + " " + it.task().title().en()));
        }
        if (late.size() > LISTED) {
            int more = late.size() - LISTED;
            remarks.add(new Text("・ほか " + more + " 件（様式4）", "- and " + more + " more (form 4)"));
        }
        int left = assets.remaining(years.last(), it -> true);
        if (left > 0) {
            remarks.add(new Text(
                    "・最後の年度末にも残る移行対象 " + left + " 件は、標準化待ちなど終わりを計画できないもの（様式4の「待」と「配置できず」、様式3）。",
                    "- Left even at the end of the last year: " + left
                            + ", whose end cannot be planned, for example because they"
                            + " wait for a standard (form 4: waits and tasks without a place; form 3)."));
        }
        remarks.add(new Text(
                "・" + roadmap.basis().label().ja() + "。",
                "- Capacity: " + roadmap.basis().label().en() + "."));
        remarks.add(new Text(
                "・調査していないもの、読めなかったものは別紙3に示す。見つからなかったことは「ない」ことを意味しない。",
                "- What was not looked at or not readable: Annex 3. Not found does not mean none."));
        return remarks;
    }

    private static Text count(long value) {
        return Text.same(String.format(Locale.ROOT, "%,d", value));
    }
}
