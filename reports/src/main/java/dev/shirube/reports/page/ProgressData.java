package dev.shirube.reports.page;

import dev.shirube.domain.Inventory;
import dev.shirube.planner.exposure.ExposureBand;
import dev.shirube.planner.exposure.ExposureForecast;
import dev.shirube.planner.exposure.ExposureYear;
import dev.shirube.planner.exposure.QuantumDates;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.sheet.ReportSettings;
import dev.shirube.reports.table.Chart;
import dev.shirube.reports.table.Chart.Series;
import dev.shirube.reports.table.Dashboard;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How far the plan in force has come, and what stays exposed: the numbers that the page draws beside the forms of the same name. */
final class ProgressData {
    private final PageJson json;

    private ProgressData(PageJson json) {
        this.json = json;
    }

    /** Writes {@code overview}, {@code progress} and {@code exposure}. */
    static void write(
            PageJson json, Roadmap roadmap, Inventory inventory, ReportSettings settings, Dashboard overview) {
        ProgressData data = new ProgressData(json);
        json.object("overview", it -> data.overview(overview));
        json.object("progress", it -> data.progress(roadmap, settings));
        json.object("exposure", it -> data.exposure(ExposureForecast.of(roadmap, QuantumDates.planning()), inventory));
    }

    private void overview(Dashboard overview) {
        json.said("values", overview.values());
        json.list(
                "figures",
                list -> overview.figures()
                        .forEach(figure -> json.object(it -> {
                            json.said("label", figure.label());
                            json.said("value", figure.value());
                            json.text("tone", figure.tone().name().toLowerCase(Locale.ROOT));
                        })));
        json.list("charts", list -> overview.charts().forEach(this::chart));
        json.allSaid("remarks", overview.remarks());
    }

    private void chart(Chart chart) {
        json.object(it -> {
            json.said("title", chart.title());
            json.said("note", chart.note());
            json.said("category", chart.category());
            json.said("unit", chart.unit());
            chart.most().ifPresent(most -> json.number("most", most));
            json.allSaid("categories", chart.categories());
            json.list("series", list -> chart.series().forEach(this::series));
        });
    }

    private void series(Series series) {
        json.object(it -> {
            json.said("name", series.name());
            json.text("style", series.style().name().toLowerCase(Locale.ROOT));
            json.list("values", list -> series.values().forEach(json::known));
        });
    }

    /** What there is to compare with; what is left out here was not looked at. */
    private void progress(Roadmap roadmap, ReportSettings settings) {
        settings.inForce().ifPresent(plan -> {
            json.text("inForce", plan.asOf().toString());
            long then = plan.quarters().entrySet().stream()
                    .filter(it -> roadmap.task(it.getKey()).isEmpty()
                            && it.getValue().actual().isPresent())
                    .count();
            json.number(
                    "reported",
                    then
                            + roadmap.tasks().stream()
                                    .map(ScheduledTask::actual)
                                    .filter(it -> it.isPresent())
                                    .count());
        });
        json.truth("compared", settings.changes().isPresent());
    }

    private void exposure(ExposureForecast forecast, Inventory inventory) {
        json.text("dates", forecast.dates().toString());
        json.number(
                "undeclared",
                inventory.systems().values().stream()
                        .filter(it -> it.protectionMonths().value().isEmpty())
                        .count());
        json.list(
                "years",
                it -> forecast.planned().stream()
                        .map(ExposureYear::fiscalYear)
                        .sorted(Comparator.naturalOrder())
                        .forEach(json::number));
        bands("recorded", forecast.planned(), ExposureYear::recorded);
        bands("forgeable", forecast.planned(), ExposureYear::forgeable);
        bands("recordedWithout", forecast.unplanned(), ExposureYear::recorded);
        bands("forgeableWithout", forecast.unplanned(), ExposureYear::forgeable);
    }

    private void bands(String name, List<ExposureYear> years, Function<ExposureYear, ExposureBand> which) {
        json.list(
                name,
                list -> years.stream()
                        .map(which)
                        .forEach(band -> json.list(it -> {
                            json.number(band.low());
                            json.number(band.likely());
                            json.number(band.high());
                        })));
    }
}
