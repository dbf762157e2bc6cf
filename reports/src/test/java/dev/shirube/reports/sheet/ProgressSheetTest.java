package dev.shirube.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.diff.InventoryDiff;
import dev.shirube.planner.roadmap.Actual;
import dev.shirube.planner.roadmap.AdoptedPlan;
import dev.shirube.planner.roadmap.AdoptedPlan.Quarters;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.reports.CityHall;
import dev.shirube.reports.table.Cell;
import dev.shirube.reports.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressSheetTest {
    private final Roadmap roadmap = CityHall.roadmap();

    private List<List<String>> rows(AdoptedPlan plan) {
        ReportSettings settings = new ReportSettings(
                "",
                "0.1.0",
                Optional.of(plan),
                Optional.of(InventoryDiff.between(CityHall.inventory(), CityHall.inventory())));
        return rows(ProgressSheet.of(roadmap, CityHall.inventory(), settings));
    }

    private static <R extends Record> List<List<String>> rows(Table<R> table) {
        List<List<String>> rows = new ArrayList<>();
        for (R row : table.rows()) {
            rows.add(table.cells(row, Language.JA).stream()
                    .map(ProgressSheetTest::text)
                    .toList());
        }
        return rows;
    }

    private static String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        return cell instanceof Cell.Number number ? Long.toString(number.value()) : "";
    }

    /** The plan of the roadmap with one of its tasks due before the as-of date, and one that vanished since. */
    private AdoptedPlan plan(Optional<LocalDate> finished) {
        SortedMap<String, Quarters> quarters =
                new TreeMap<>(AdoptedPlan.of(roadmap).quarters());
        FiscalQuarter past = new FiscalQuarter(2026, 1);
        ScheduledTask first = roadmap.tasks().get(0);
        Optional<Actual> actual = finished.map(day -> new Actual(past.firstDay(), Optional.of(day)));
        quarters.put(
                first.task().id(),
                new Quarters(
                        past, past, actual, first.task().system(), first.task().title()));
        quarters.put("T-vanished", new Quarters(past, past, actual, first.task().system(), new Text("旧", "old")));
        return new AdoptedPlan(roadmap.settings().asOf(), OptionalLong.empty(), quarters);
    }

    @Test
    void whatShouldBeOverAndIsNotReportedIsBehindButWhatVanishedIsNot() {
        List<String> office = rows(plan(Optional.empty())).get(0);
        assertThat(office.subList(2, 4)).containsExactly("全体", "令和8年度 (2026)");
        assertThat(office.get(6)).as("done").isEqualTo("0");
        assertThat(office.get(7)).as("overdue").isEqualTo("1");
        assertThat(office.get(9)).isEqualTo("× 遅れ");
        assertThat(office.get(13)).as("as scanned").contains(" → ");
    }

    @Test
    void whatWasReportedAsFinishedIsDoneEvenIfItsSubjectVanished() {
        List<String> office = rows(plan(Optional.of(LocalDate.of(2026, 6, 30)))).get(0);
        assertThat(office.get(6)).as("done").isEqualTo("2");
        assertThat(office.get(7)).as("overdue").isEqualTo("0");
        assertThat(office.get(9)).isEqualTo("○ 計画どおり");
    }

    @Test
    void yearsToComeHaveAPlanAndNoResult() {
        List<String> last = rows(plan(Optional.empty())).stream()
                .filter(it -> it.get(2).equals("全体") && it.get(3).startsWith("令和17年度"))
                .findFirst()
                .orElseThrow();
        assertThat(last.get(4))
                .isEqualTo(Integer.toString(plan(Optional.empty()).quarters().size()));
        assertThat(last.get(6)).isEmpty();
        assertThat(last.get(9)).isEqualTo("― 今後");
    }

    @Test
    void withoutAPlanInForceNothingIsAsPlanned() {
        List<List<String>> rows = rows(ProgressSheet.of(roadmap, CityHall.inventory(), CityHall.SETTINGS));
        assertThat(rows)
                .isNotEmpty()
                .allMatch(it -> it.get(9).equals("？ 計画未採用") && it.get(4).isEmpty());
    }
}
