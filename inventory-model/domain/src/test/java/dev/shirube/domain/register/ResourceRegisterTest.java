package dev.shirube.domain.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Language;
import dev.shirube.domain.Team;
import dev.shirube.domain.resources.ResourceCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form that was there before there were several, one wide table of teams and budgets: it stays readable. */
class ResourceRegisterTest {

    private static final ResourceBook BOOK = new ResourceBook(Map.of());

    private static ResourceReading read(List<List<String>> rows) {
        return BOOK.read(List.of(new ResourceSheet("", RegisterTable.of(rows))), "teams.csv");
    }

    private static List<Team> teams(ResourceReading reading) {
        return ResourceCalendar.quarterly(reading.resources(), LocalDate.of(2027, 4, 1), new FiscalQuarter(2035, 4));
    }

    private static List<BudgetLine> budgets(ResourceReading reading) {
        return reading.resources().budgetLines();
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static FiscalQuarter quarter(int year, int quarter) {
        return new FiscalQuarter(year, quarter);
    }

    @Test
    void teamsAndBudgetsAreReadFromOneTable() {
        var reading = read(List.of(
                row("種別", "ID", "名称", "2027Q1", "令和9年度Q2", "2028年度"),
                row("チーム", "kiban", "基盤チーム", "20", "０", "10"),
                row("予算", "市民課", "", "", "", "1,200千円")));
        assertThat(reading.problems()).isEmpty();
        assertThat(teams(reading).get(0).personDays())
                .isEqualTo(Map.of(
                        quarter(2027, 1), 20,
                        quarter(2027, 2), 0,
                        quarter(2028, 1), 3,
                        quarter(2028, 2), 3,
                        quarter(2028, 3), 2,
                        quarter(2028, 4), 2));
        assertThat(budgets(reading)).containsExactly(new BudgetLine("市民課", 2028, 1_200_000));
    }

    @Test
    void anEmptyCellDeclaresNothing() {
        var reading = read(List.of(row("id", "name", "2027Q1", "2027Q2"), row("t", "T", "", "？")));
        assertThat(reading.complete()).isTrue();
        assertThat(teams(reading).get(0).personDays()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "team, 2027Q1, -1",
        "team, 2027Q1, many",
        "team, 2027, 3.5",
        "team, 2027, 99999999",
        "budget, 2027Q1, 100",
        "budget, 2027, たくさん",
        "budget, 2027, 9999999999999百万円",
        "person, 2027, 1",
    })
    void anAmountThatIsNotUnderstoodLeavesTheRowOut(String kind, String period, String cell) {
        var reading = read(
                List.of(row("kind", "id", "name", period), row(kind, "x", "X", cell), row("team", "ok", "OK", "")));
        assertThat(teams(reading)).extracting(it -> it.id()).containsExactly("ok");
        assertThat(budgets(reading)).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.message(Language.JA)).endsWith("。");
            assertThat(problem.message(Language.EN)).endsWith(".");
        });
    }

    @Test
    void aQuarterGivenTwiceIsAProblemAndNotASum() {
        var reading = read(List.of(row("id", "name", "2027Q1", "令和9年度"), row("t", "T", "5", "40")));
        assertThat(teams(reading)).isEmpty();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message(Language.EN)).contains("given twice"));
        assertThat(read(List.of(row("id", "2027Q1", "2027 Q1"), row("t", "1", "2")))
                        .complete())
                .isFalse();
    }

    @Test
    void aDuplicateTeamIsAProblemButATeamAndABudgetMayShareAName() {
        var reading = read(List.of(
                row("kind", "id", "2027"), row("team", "a", "4"), row("team", "a", "8"), row("budget", "a", "100")));
        assertThat(reading.problems()).extracting(RowProblem::row).containsExactly(3);
        assertThat(teams(reading)).hasSize(1);
        assertThat(budgets(reading)).hasSize(1);
    }

    @Test
    void anUnknownColumnIsANote() {
        var reading = read(List.of(row("id", "メモ"), row("a", "電話待ち")));
        assertThat(reading.complete()).isTrue();
        assertThat(reading.problems()).extracting(RowProblem::column).containsExactly("メモ");
        assertThat(reading.resources().entries().get(0).others()).containsEntry("メモ", "電話待ち");
    }

    @Test
    void theTemplateAndTheExportAreReadBack() {
        List<List<String>> table = new ArrayList<>();
        table.add(row("種別", "ID", "名称", "2027年度Q1", "2027年度Q2", "2027年度Q3", "2027年度Q4", "2028年度"));
        table.add(row("kind", "id", "name", "FY2027Q1", "FY2027Q2", "FY2027Q3", "FY2027Q4", "FY2028"));
        table.add(row("team", "a", "A", "1", "2", "3", "4", "10"));
        table.add(row("予算", "市民課", "", "", "", "", "", "5000円"));
        var reading = read(table);
        assertThat(reading.problems()).isEmpty();
        assertThat(teams(reading).get(0).personDays()).hasSize(8);
        for (Language language : Language.values()) {
            var again = read(BOOK.rows(reading.resources(), language));
            assertThat(again.problems()).isEmpty();
            assertThat(teams(again)).isEqualTo(teams(reading));
            assertThat(budgets(again)).isEqualTo(budgets(reading));
        }
    }
}
