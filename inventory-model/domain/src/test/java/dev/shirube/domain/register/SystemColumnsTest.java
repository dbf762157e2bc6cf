package dev.shirube.domain.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.Hosting;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns of the register beyond those that a score needs, and where a header may stand. */
class SystemColumnsTest {

    private static final Source SOURCE = new Source("systems.csv", "情報政策課", "2026-11-23");

    private static Reading<List<InformationSystem>> read(InformationSystem known, List<List<String>> rows) {
        return SystemRegister.read(RegisterTable.of(rows), SOURCE, List.of(known));
    }

    private static InformationSystem one(String column, String cell) {
        var reading =
                SystemRegister.read(List.of(List.of("id", "name", column), List.of("juki", "住民記録", cell)), "f.csv");
        assertThat(reading.problems()).isEmpty();
        return reading.value().get(0);
    }

    private static List<RowProblem> faults(String column, String cell) {
        return SystemRegister.read(List.of(List.of("id", "name", column), List.of("juki", "住民記録", cell)), "f.csv")
                .problems();
    }

    @Test
    void noTwoColumnsShareAHeading() {
        Map<String, String> homes = new HashMap<>();
        for (RegisterColumn column : SystemRegister.columns()) {
            List<String> headings = new ArrayList<>(column.aliases());
            headings.addAll(
                    List.of(column.id(), column.title().ja(), column.title().en()));
            headings.addAll(column.units().keySet());
            for (String heading : headings) {
                assertThat(column.isNamed(heading)).as(heading).isTrue();
                String home = homes.putIfAbsent(CellText.heading(heading), column.id());
                assertThat(home == null || home.equals(column.id())).as(heading).isTrue();
            }
        }
        assertThat(SystemRegister.columns()).hasSize(23);
    }

    @Test
    void everyColumnsExampleIsAccepted() {
        for (SystemColumn<?> column : SystemColumns.ALL) {
            for (Language language : Language.values()) {
                String example = column.column().example().in(language);
                assertThat(example.isEmpty() || column.read(example).isPresent())
                        .as(column.column().id() + ": " + example)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "機密性, 3, 3",
        "機密性, ３, 3",
        "機密性の格付け, 機密性２情報, 2",
        "confidentiality, 1, 1",
        "完全性, 完全性2, 2",
        "可用性(1-2), 1, 1"
    })
    void gradesAreTheNumbersOfTheCommonStandards(String column, String cell, int grade) {
        var grades = one(column, cell).protection().grade();
        assertThat(List.of(grades.confidentiality(), grades.integrity(), grades.availability()))
                .filteredOn(Declaration::known)
                .containsExactly(Declaration.of(grade, "f.csv:2"));
        assertThat(one(column, cell).impact()).isEqualTo(Declaration.unknown());
    }

    @ParameterizedTest
    @CsvSource({"機密性, 4", "完全性, 3", "可用性, 0", "機密性, 完全性2", "設置場所, 月面", "契約満了日, 来年度", "検証側の更新可否, △"})
    void whatIsNotAcceptedIsSaidWithItsPlace(String column, String cell) {
        assertThat(faults(column, cell)).singleElement().satisfies(it -> {
            assertThat(it.message(Language.JA)).startsWith("2 行目 C 列「" + column + "」：「" + cell + "」");
            assertThat(it.message(Language.EN)).startsWith("Row 2, column C (" + column + "): “" + cell + "”: ");
        });
    }

    @Test
    void hostingPeersAndPlainTextsAreRead() {
        assertThat(one("設置場所", "ガバクラ").placement().hosting().value()).contains(Hosting.GOVERNMENT_CLOUD);
        assertThat(one("接続先", "zeimu、住基ネット\nLGWAN；zeimu").peers().value()).contains(List.of("zeimu", "住基ネット", "LGWAN"));
        assertThat(one("接続先", "なし").peers().value()).contains(List.of());
        assertThat(one("接続先", "").peers()).isEqualTo(Declaration.unknown());
        assertThat(one("委託先", "㈱例").procurement().vendor().value()).contains("㈱例");
    }

    @Test
    void aHeadingInMonthsIsReadInMonths() {
        assertThat(one("保護期間(月)", "36").protectionMonths().value()).contains(36);
        assertThat(one("保護期間\n（月）", "３年").protectionMonths().value()).contains(36);
        assertThat(one("protection_months", "36").protectionMonths().value()).contains(36);
        assertThat(one("保護期間(年)", "36").protectionMonths().value()).contains(432);
    }

    @Test
    void theHeaderIsFoundBelowTitlesAndAmongOtherColumns() {
        var reading = SystemRegister.read(
                List.of(
                        List.of("情報システム台帳", "", "", ""),
                        List.of("令和8年度　照会", "", "回答部局：", "市民課"),
                        List.of(),
                        List.of("No", "情報システム名\n【必須】", "独自欄", "※システムＩＤ（必須）"),
                        List.of("1", "住民記録", "棚A", "juki")),
                "f.csv");
        assertThat(reading.complete()).isTrue();
        assertThat(reading.value()).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo("juki");
            assertThat(it.others()).containsEntry("独自欄", "棚A").containsEntry("No", "1");
        });
        assertThat(reading.problems()).allSatisfy(it -> assertThat(it.row()).isEqualTo(4));
    }

    @Test
    void aCellUnderNoHeadingIsTold() {
        var reading = SystemRegister.read(List.of(List.of("id", "name", ""), List.of("a", "A", "メモ")), "f.csv");
        assertThat(reading.complete()).isTrue();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.message(Language.JA)).startsWith("1 行目 C 列：見出しのない列"));
    }

    @Test
    void idsThatLookAlikeAreRefused() {
        var reading = SystemRegister.read(
                List.of(
                        List.of("id", "name"),
                        List.of("juki-1", "A"),
                        List.of("ｊｕｋｉ－１", "B"),
                        List.of("Juki‐1", "C"),
                        List.of("unassigned", "D"),
                        List.of("ｚｅｉｍｕ", "E"),
                        List.of("a\u200Bb", "F")),
                "f.csv");
        assertThat(reading.value()).extracting(InformationSystem::id).containsExactly("juki-1", "zeimu");
        assertThat(reading.problems()).extracting(RowProblem::row).containsExactly(3, 4, 5, 7);
        var later = read(InformationSystem.undeclared("Juki"), List.of(List.of("id", "name"), List.of("juki", "A")));
        assertThat(later.problems())
                .singleElement()
                .satisfies(it -> assertThat(it.message(Language.EN)).contains("Juki"));
    }

    @Test
    void whatAFileHasNoColumnForStaysAndWhatItSaysAgainKeepsItsOrigin() {
        InformationSystem known = read(
                        InformationSystem.undeclared("x"),
                        List.of(
                                List.of("id", "name", "impact", "機密性", "棚", "室"),
                                List.of("juki", "住民記録", "3", "2", "A", "101")))
                .value()
                .get(0);
        var source = new Source("later.xlsx", "市民課", "2027-04-01");
        InformationSystem merged = SystemRegister.read(
                        RegisterTable.of(List.of(
                                List.of("id", "name", "impact", "次期更改年度", "棚"),
                                List.of("juki", "住民記録", "3", "R11", ""))),
                        source,
                        List.of(known))
                .value()
                .get(0);
        assertThat(merged.impact()).isEqualTo(known.impact());
        assertThat(merged.impact().origin()).isEqualTo("systems.csv:2");
        assertThat(merged.impact().by()).isEqualTo("情報政策課");
        assertThat(merged.protection().grade()).isEqualTo(known.protection().grade());
        assertThat(merged.renewalFiscalYear().by()).isEqualTo("市民課");
        assertThat(merged.renewalFiscalYear().on()).isEqualTo("2027-04-01");
        assertThat(merged.others()).containsOnlyKeys("室");
    }

    @Test
    void anEmptiedCellIsNoLongerDeclared() {
        InformationSystem known = one("impact", "3");
        assertThat(read(known, List.of(List.of("id", "name", "impact"), List.of("juki", "住民記録", "不明")))
                        .value()
                        .get(0)
                        .impact())
                .isEqualTo(Declaration.unknown());
    }

    @Test
    void aCellWithoutAValueLeavesItsRowOut() {
        var table = new RegisterTable(
                List.of(List.of("id", "name", "備考"), List.of("a", "A", ""), List.of("b", "B", "")),
                Map.of(new RegisterTable.Place(2, 2), new Text("数式です。", "It is a formula.")));
        var reading = SystemRegister.read(table, SOURCE, List.of());
        assertThat(reading.value()).extracting(InformationSystem::id).containsExactly("b");
        assertThat(reading.problems())
                .singleElement()
                .satisfies(
                        it -> assertThat(it.message(Language.EN)).isEqualTo("Row 2, column C (備考): It is a formula."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A:0", "Z:25", "AA:26", "AZ:51", "BA:52", "ZZ:701", "AAA:702"})
    void columnsAreLetteredAsInASpreadsheet(String pair) {
        String[] parts = pair.split(":");
        assertThat(RegisterTable.Place.letter(Integer.parseInt(parts[1]))).isEqualTo(parts[0]);
    }

    @Test
    void changesAreToldCellByCell() {
        List<List<String>> before = List.of(
                List.of("ID", "影響度", "棚"), List.of("a", "1", ""), List.of("b", "2", "x"), List.of("c", "3", ""));
        List<List<String>> after =
                List.of(List.of("ID", "影響度"), List.of("a", "1"), List.of("b", "4"), List.of("d", "1"));
        assertThat(RegisterChange.between(before, after, 1))
                .containsExactly(
                        new RegisterChange(RegisterChange.Kind.UNCHANGED, "a", List.of()),
                        new RegisterChange(
                                RegisterChange.Kind.CHANGED,
                                "b",
                                List.of(
                                        new RegisterChange.Field("影響度", "2", "4"),
                                        new RegisterChange.Field("棚", "x", ""))),
                        new RegisterChange(
                                RegisterChange.Kind.NEW, "d", List.of(new RegisterChange.Field("影響度", "", "1"))),
                        new RegisterChange(
                                RegisterChange.Kind.GONE, "c", List.of(new RegisterChange.Field("影響度", "3", ""))));
    }
}
