package dev.shirube.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.TaskKind;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.table.Chart;
import dev.shirube.reports.table.Chart.Style;
import dev.shirube.reports.table.Dashboard;
import dev.shirube.reports.table.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class OverviewSheetTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private final Roadmap roadmap = RoadmapPlanner.standard()
            .plan(
                    CityHall.inventory(),
                    Resources.NONE,
                    PlanSettings.of(AS_OF).withPack("jp-2035", Adoption.INTERNAL_RULE));
    private final Dashboard overview = OverviewSheet.of(roadmap, CityHall.inventory());

    private long left(int year, Predicate<AssetAssessment> which) {
        LocalDate end = LocalDate.of(year + 1, 3, 31);
        return roadmap.assets().stream()
                .filter(it -> it.earliest().isPresent())
                .filter(which)
                .filter(it -> it.task()
                        .flatMap(roadmap::task)
                        .filter(task -> task.task().kind() != TaskKind.WAIT)
                        .flatMap(ScheduledTask::finish)
                        .filter(finish -> !finish.lastDay().isAfter(end))
                        .isEmpty())
                .count();
    }

    private static int value(Chart chart, int series, int category) {
        return chart.series().get(series).values().get(category).orElseThrow();
    }

    @Test
    void aUseIsLeftUntilItsTaskIsOver() {
        Chart chart = overview.charts().get(0);
        assertThat(chart.categories()).hasSize(10);
        for (int year = 2026; year <= 2035; year++) {
            assertThat(value(chart, 0, year - 2026))
                    .as("left at the end of FY" + year)
                    .isEqualTo((int) left(year, it -> it.deadline().isPresent()));
            assertThat(value(chart, 1, year - 2026))
                    .isEqualTo((int) left(year, it -> it.deadline().isEmpty()));
        }
        assertThat(left(2026, it -> true)).isGreaterThan(left(2035, it -> true));
    }

    @Test
    void thePolicyLineFallsToNoneWhenTheLastDeadlineHasPassed() {
        Chart chart = overview.charts().get(0);
        assertThat(chart.series().get(2).style()).isEqualTo(Style.LIMIT);
        assertThat(value(chart, 2, 8)).as("FY2034").isPositive();
        assertThat(value(chart, 2, 9)).as("FY2035").isZero();
    }

    @Test
    void everySystemHasOnePriority() {
        List<OptionalInt> counts = overview.charts().get(1).series().get(0).values();
        assertThat(counts.stream().mapToInt(OptionalInt::orElseThrow).sum())
                .isEqualTo(roadmap.systems().size());
    }

    @Test
    void sharesNeverFallAndNeverPassAHundred() {
        Chart chart = overview.charts().get(2);
        assertThat(chart.series()).isNotEmpty();
        for (int i = 0; i < chart.series().size(); i++) {
            for (int year = 1; year < chart.categories().size(); year++) {
                assertThat(value(chart, i, year)).isBetween(value(chart, i, year - 1), 100);
            }
        }
    }

    @Test
    void withoutTeamsThereIsNoLoadToShow() {
        assertThat(overview.charts()).hasSize(3);
        assertThat(overview.remarks()).anyMatch(it -> it.ja().contains("体制が未登録"));
    }

    @Test
    void whatWasNotReadIsUnderlined() {
        assertThat(overview.figures().get(5).tone()).isEqualTo(Tone.CAUTION);
        assertThat(overview.figures().get(5).label().ja()).startsWith("△");
    }
}
