package dev.shirube.domain.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Declaration;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemRegisterTest {

    private static final List<String> JAPANESE = List.of(
            "システムID",
            "情報システム名",
            "担当部局",
            "連絡先",
            "区分",
            "影響度",
            "接続区分",
            "保護期間（年）",
            "署名の信頼期間（末日）",
            "検証側の更新可否",
            "次期更改年度",
            "担当チーム",
            "備考");

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static Reading<List<InformationSystem>> read(List<List<String>> rows) {
        return SystemRegister.read(rows, "systems.csv");
    }

    private static Reading<List<InformationSystem>> oneCell(String column, String cell) {
        return read(List.of(row("system_id", "name", column), row("juki", "住民記録", cell)));
    }

    @Test
    void aJapaneseRowIsReadWithItsOrigin() {
        var reading = read(List.of(
                JAPANESE,
                row(
                        "juki",
                        "住民記録システム",
                        "市民課",
                        "内線123",
                        "基幹",
                        "４",
                        "閉域",
                        "50",
                        "2035/3/31",
                        "不可",
                        "令和11年度",
                        "基盤",
                        "備考")));
        assertThat(reading.problems()).isEmpty();
        InformationSystem system = reading.value().get(0);
        assertThat(system.impact()).isEqualTo(Declaration.of(4, "systems.csv:2"));
        assertThat(system.exposure().value()).contains(Exposure.ISOLATED);
        assertThat(system.protectionMonths().value()).contains(600);
        assertThat(system.trustUntil().value()).contains(LocalDate.of(2035, 3, 31));
        assertThat(system.verifierUpdatable().value()).contains(false);
        assertThat(system.renewalFiscalYear().value()).contains(2029);
        assertThat(List.of(system.owner(), system.contact(), system.category(), system.team(), system.note()))
                .containsExactly("市民課", "内線123", "基幹", "基盤", "備考");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "？", "?", "不明", "unknown", "UNKNOWN", "未定"})
    void whatTheOwnerLeavesOpenStaysUnknown(String cell) {
        for (String column : List.of(
                "impact", "exposure", "protection_years", "trust_until", "verifier_updatable", "renewal_fiscal_year")) {
            var reading = oneCell(column, cell);
            assertThat(reading.problems()).as(column).isEmpty();
            InformationSystem system = reading.value().get(0);
            assertThat(system).isEqualTo(withName(InformationSystem.undeclared("juki"), "住民記録"));
        }
    }

    private static InformationSystem withName(InformationSystem it, String name) {
        return new InformationSystem(
                it.id(),
                name,
                it.category(),
                it.responsibility(),
                it.protection(),
                it.placement(),
                it.procurement(),
                it.peers(),
                it.note(),
                it.others());
    }

    @ParameterizedTest
    @CsvSource({"2029", "2029年度", "FY2029", "令和11年度", "令和11", "R11", "Ｒ１１", "２０２９年度", "r11年度"})
    void fiscalYearsMayBeWrittenInEitherCalendar(String cell) {
        assertThat(oneCell("次期更改年度", cell).value().get(0).renewalFiscalYear().value())
                .contains(2029);
    }

    @ParameterizedTest
    @CsvSource({"10, 120", "10年, 120", "0.5, 6", "6か月, 6", "18 months, 18", "0, 0", "１０, 120", "5 years, 60"})
    void protectionPeriodsAreKeptInMonths(String cell, int months) {
        assertThat(oneCell("保護期間", cell).value().get(0).protectionMonths().value())
                .contains(months);
    }

    @ParameterizedTest
    @CsvSource({
        "2035-03-31, 2035-03-31", "2035/3/31, 2035-03-31", "2035年3月31日, 2035-03-31", "令和17年3月31日, 2035-03-31",
        "R17.3.31, 2035-03-31", "2034年度末, 2035-03-31", "令和16年度末, 2035-03-31", "FY2034 end, 2035-03-31",
    })
    void lastDaysMayBeWrittenInEitherCalendar(String cell, LocalDate day) {
        assertThat(oneCell("trust_until", cell).value().get(0).trustUntil().value())
                .contains(day);
    }

    @ParameterizedTest
    @CsvSource({
        "impact, 5",
        "impact, 高",
        "impact, 0",
        "exposure, たぶん内部",
        "protection_years, 永年",
        "protection_years, -1",
        "protection_years, 0.7",
        "protection_years, 9999",
        "trust_until, 2035-02-30",
        "trust_until, 2035",
        "trust_until, 31/03/2035",
        "verifier_updatable, maybe",
        "renewal_fiscal_year, 29",
        "renewal_fiscal_year, 平成元年度",
        "renewal_fiscal_year, 20290",
        "renewal_fiscal_year, 2029/4",
    })
    void aCellThatIsNotUnderstoodLeavesTheRowOutAndSaysWhatIsAccepted(String column, String cell) {
        var reading = oneCell(column, cell);
        assertThat(reading.value()).isEmpty();
        assertThat(reading.complete()).isFalse();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.value()).isEqualTo(cell);
            assertThat(problem.message(Language.JA))
                    .contains(cell, column, "2 行目")
                    .endsWith("ください。");
            assertThat(problem.message(Language.EN))
                    .contains(cell, column, "Row 2")
                    .endsWith(".");
            assertThat(problem.toDiagnostic("systems.csv").message(Language.EN)).contains("2", column, cell);
        });
    }

    @Test
    void everyFaultOfARowIsToldAtOnceAndOtherRowsStay() {
        var reading = read(List.of(
                row("system_id", "name", "impact", "exposure"),
                row("a", "A", "9", "mars"),
                row("b", "B", "1", "internet"),
                row("", "C", "1", "internet"),
                row("d", "", "1", "internet")));
        assertThat(reading.value()).extracting(InformationSystem::id).containsExactly("b");
        assertThat(reading.problems()).extracting(RowProblem::row).containsExactly(2, 2, 4, 5);
    }

    @Test
    void aDuplicateIdNamesTheFirstRow() {
        var reading = read(List.of(row("system_id", "name"), row("a", "A"), row("b", "B"), row("a", "again")));
        assertThat(reading.value()).extracting(InformationSystem::name).containsExactly("A", "B");
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(4);
            assertThat(problem.message(Language.EN)).contains("row 2");
        });
    }

    @Test
    void columnsAndRowsMayStandInAnyOrder() {
        List<List<String>> rows = new ArrayList<>(List.of(row("c", "C"), row("a", "A"), row("b", "B")));
        var sorted = read(concat(row("id", "name"), rows)).value();
        Collections.shuffle(rows, new Random(7));
        var shuffled = read(concat(row("id", "name"), rows)).value();
        assertThat(shuffled).isEqualTo(sorted).extracting(InformationSystem::id).containsExactly("a", "b", "c");
        assertThat(read(List.of(row("情報システム名", "システムID"), row("A", "a"))).value())
                .containsExactly(withName(InformationSystem.undeclared("a"), "A"));
    }

    private static List<List<String>> concat(List<String> header, List<List<String>> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(header);
        table.addAll(rows);
        return table;
    }

    @Test
    void anUnknownColumnIsANoteAndItsCellsAreKept() {
        var reading = read(List.of(row("id", "name", "備品番号"), row("a", "A", "08-1")));
        assertThat(reading.complete()).isTrue();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.NOTE);
            assertThat(problem.message(Language.JA)).contains("備品番号");
        });
        assertThat(reading.preserved().get("a")).containsEntry("備品番号", "08-1");
    }

    @Test
    void aHeaderThatCannotBeUsedReadsNothing() {
        assertThat(read(List.of(row("名前だけ"), row("A"))).problems())
                .extracting(problem -> problem.message(Language.EN))
                .anySatisfy(message -> assertThat(message).contains("System ID"))
                .anySatisfy(message -> assertThat(message).contains("Name"));
        assertThat(read(List.of(row("id", "name", "システムID"), row("a", "A", "b")))
                        .value())
                .isEmpty();
        assertThat(read(List.of()).complete()).isFalse();
        assertThat(read(List.of(row("id", "name"))).complete()).isFalse();
    }

    @Test
    void theTemplateIsAValidHeaderInBothLanguages() {
        List<List<String>> rows = new ArrayList<>(SystemRegister.template());
        assertThat(rows).hasSize(2);
        rows.add(row("a", "A"));
        var reading = read(rows);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value()).extracting(InformationSystem::id).containsExactly("a");
    }

    @Test
    void whatIsExportedIsReadBack() {
        var systems = read(List.of(
                        JAPANESE,
                        row("b", "B", "課", "", "", "1", "取引先等", "0.5", "令和17年3月31日", "可", "R11", "", ""),
                        row("a", "A", "", "", "", "？", "", "", "", "", "", "", "改行\nあり")))
                .value();
        for (Language language : Language.values()) {
            var again = read(SystemRegister.rows(systems, language));
            assertThat(again.problems()).isEmpty();
            assertThat(again.value())
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(".*origin")
                    .isEqualTo(systems);
        }
    }

    @Test
    void shortRowsBlankRowsAndAByteOrderMarkDoNoHarm() {
        var reading = read(List.of(row("", ""), row("\uFEFFシステムID", "情報システム名", "影響度"), row(""), row("a", "A"), row()));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.value()).hasSize(1);
        var broken = read(List.of(row("", ""), row("id", "name", "impact"), row(""), row("a", "A", "7")));
        assertThat(broken.problems()).extracting(RowProblem::row).containsExactly(4);
    }
}
