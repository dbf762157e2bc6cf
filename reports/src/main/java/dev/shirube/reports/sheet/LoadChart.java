package dev.shirube.reports.sheet;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Team;
import dev.shirube.domain.Text;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.table.Chart;
import dev.shirube.reports.table.Chart.Series;
import dev.shirube.reports.table.Chart.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The person-days that the plan asks of each team, quarter by quarter, against what the teams can give. */
final class LoadChart {
    /** Teams that have a column of their own; the others, with the least to do, share one. */
    private static final int TEAMS = 5;

    private final Roadmap roadmap;
    private final Map<String, Map<FiscalQuarter, Integer>> load = new TreeMap<>();
    private final List<FiscalQuarter> quarters = new ArrayList<>();

    private LoadChart(Roadmap roadmap) {
        this.roadmap = roadmap;
        for (ScheduledTask it : roadmap.tasks()) {
            it.personDays().entrySet().stream()
                    .filter(days -> days.getValue() > 0)
                    .forEach(days -> load.computeIfAbsent(it.task().team(), id -> new TreeMap<>())
                            .merge(days.getKey(), days.getValue(), Integer::sum));
        }
        FiscalQuarter first = FiscalQuarter.of(roadmap.settings().asOf());
        Optional<FiscalQuarter> last =
                load.values().stream().flatMap(it -> it.keySet().stream()).max(Comparator.naturalOrder());
        last.ifPresent(it ->
                IntStream.rangeClosed(0, it.since(first)).mapToObj(first::plus).forEach(quarters::add));
    }

    /** Nothing where no team is declared: there is no load to speak of. */
    static Optional<Chart> of(Roadmap roadmap) {
        LoadChart chart = new LoadChart(roadmap);
        return chart.quarters.isEmpty() ? Optional.empty() : Optional.of(chart.chart());
    }

    private Chart chart() {
        List<String> teams = new ArrayList<>(load.keySet());
        teams.sort(Comparator.comparingInt(this::sum).reversed().thenComparing(Comparator.naturalOrder()));
        List<String> shown = teams.subList(0, Math.min(TEAMS, teams.size()));
        List<String> others = teams.subList(shown.size(), teams.size());
        List<Series> series = new ArrayList<>();
        shown.forEach(it -> series.add(Series.of(name(it), Style.COLUMN, load(List.of(it)))));
        if (!others.isEmpty()) {
            series.add(Series.of(new Text("その他の体制", "other teams"), Style.COLUMN, load(others)));
        }
        List<Integer> all = quarters.stream()
                .map(quarter -> roadmap.teams().stream()
                        .mapToInt(it -> it.personDays().getOrDefault(quarter, 0))
                        .sum())
                .toList();
        series.add(Series.of(new Text("体制の合計", "all teams' capacity"), Style.LIMIT, all));
        for (Team team : roadmap.teams()) {
            Text name = name(team.id());
            series.add(Series.of(
                    new Text(name.ja() + " 体制", name.en() + " capacity"),
                    Style.VALUES,
                    quarters.stream()
                            .map(it -> team.personDays().getOrDefault(it, 0))
                            .toList()));
        }
        return new Chart(
                new Text("体制ごとの負荷と能力（四半期）", "Load and capacity of the teams by quarter"),
                new Text(
                        "計画が各体制に求める人日。破線は登録された体制の合計。体制ごとの能力は「概要付表 図の値」にある。",
                        "Person-days that the plan asks of each team; the broken line is what all can give together. Each team's"
                                + " own capacity: \"Overview Values\"."),
                new Text("四半期", "Quarter"),
                new Text("人日", "person-days"),
                OptionalInt.empty(),
                quarters.stream().map(RoadmapSheet::quarter).toList(),
                series);
    }

    private int sum(String team) {
        return load.get(team).values().stream().mapToInt(Integer::intValue).sum();
    }

    private Text name(String team) {
        return team.isEmpty() ? new Text("担当未定", "no team") : Text.same(Teams.name(roadmap, team));
    }

    private List<Integer> load(List<String> teams) {
        return quarters.stream()
                .map(quarter -> teams.stream()
                        .mapToInt(it -> load.get(it).getOrDefault(quarter, 0))
                        .sum())
                .toList();
    }
}
