package dev.shirube.domain.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Language;
import dev.shirube.domain.Severity;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.Affiliation;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.BudgetState;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.EffortUnit;
import dev.shirube.domain.resources.Estimate;
import dev.shirube.domain.resources.FiscalPeriod;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.FreezeEffect;
import dev.shirube.domain.resources.FreezeScope;
import dev.shirube.domain.resources.Funding;
import dev.shirube.domain.resources.Grain;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceCalendar;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.domain.resources.ResourceKind;
import dev.shirube.domain.resources.TeamCapacity;
import dev.shirube.domain.resources.VendorRelease;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceBookTest {

    private static final Map<String, Text> TASKS = new TreeMap<>(
            Map.of("code", new Text("プログラム改修", "code change"), "key", new Text("鍵の更新", "replacement of keys")));

    private static final ResourceBook BOOK = new ResourceBook(TASKS);

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    private static ResourceReading read(List<String> header, List<String> row) {
        return read(List.of(header, row));
    }

    private static ResourceReading read(List<List<String>> rows) {
        return BOOK.read(List.of(new ResourceSheet("", RegisterTable.of(rows))), "f.csv");
    }

    /** The values without their origins, which tell the file. */
    private static List<Resource> values(OfficeResources resources) {
        return resources.entries().stream().map(ResourceEntry::value).toList();
    }

    /** Random resources, with what people write into cells. */
    private static final class Any {
        private final Random random;

        Any(long seed) {
            random = new Random(seed);
        }

        <T> Optional<T> perhaps(T value) {
            return random.nextBoolean() ? Optional.of(value) : Optional.empty();
        }

        String text() {
            String[] pieces = {"課", "A", "b 9", "…", "（仮）", "\"", ",", "'", "=1+1", "\n", "。"};
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(4); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            return text.toString().strip();
        }

        LocalDate day() {
            return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4000));
        }

        MonthDay monthDay() {
            return MonthDay.from(day());
        }

        SortedMap<FiscalPeriod, Integer> periods() {
            SortedMap<FiscalPeriod, Integer> periods = new TreeMap<>();
            YearMonth month = YearMonth.of(2027, 4);
            for (int i = random.nextInt(5); i > 0; i--) {
                Grain grain = Grain.values()[random.nextInt(3)];
                month = month.plusMonths(12);
                periods.put(FiscalPeriod.of(month.plusMonths(random.nextInt(12)), grain), random.nextInt(200));
            }
            return periods;
        }

        Estimate estimate() {
            long low = random.nextInt(100);
            return new Estimate(
                    perhaps(low), Optional.of(low + random.nextInt(50)), perhaps(low + 50L + random.nextInt(50)));
        }

        <E extends Enum<E>> E any(Class<E> type) {
            E[] values = type.getEnumConstants();
            return values[random.nextInt(values.length)];
        }

        List<Resource> resources() {
            List<Resource> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                LocalDate from = day();
                all.add(new TeamCapacity(
                        "t" + i,
                        "チーム" + text(),
                        perhaps(any(Affiliation.class)),
                        perhaps((long) random.nextInt(100_000)),
                        perhaps(new TeamCapacity.Usual(random.nextInt(100), any(Grain.class))),
                        perhaps(from),
                        perhaps(from.plusDays(random.nextInt(900))),
                        periods(),
                        text()));
                all.add(new BudgetAllotment(
                        random.nextBoolean() ? "" : "費目" + i,
                        "部局" + i,
                        2027 + i,
                        random.nextInt(1_000_000_000),
                        perhaps(any(BudgetState.class)),
                        random.nextBoolean() ? List.of() : List.of("juki", "hsm"),
                        text()));
                FreezeScope scope = any(FreezeScope.class);
                Freeze.Days days = random.nextBoolean()
                        ? new Freeze.Yearly(monthDay(), monthDay())
                        : new Freeze.Once(from, from.plusDays(random.nextInt(90)));
                all.add(new Freeze(
                        "凍結" + i,
                        any(FreezeEffect.class),
                        scope,
                        scope == FreezeScope.OFFICE ? "" : "x" + i,
                        days,
                        text()));
                all.add(new LeadTime(
                        "p" + i, text(), random.nextInt(30), perhaps(any(Funding.class)), perhaps(monthDay()), text()));
                all.add(new VendorRelease(
                        "HSM" + i,
                        random.nextBoolean() ? "" : "5." + i,
                        perhaps(from),
                        perhaps(from.plusDays(30)),
                        perhaps(from.plusDays(60)),
                        text(),
                        text()));
            }
            all.add(new EffortRate("code", any(EffortUnit.class), estimate(), Estimate.UNKNOWN, text()));
            all.add(new EffortRate("key", any(EffortUnit.class), Estimate.UNKNOWN, estimate(), text()));
            return all;
        }
    }

    private static OfficeResources random(long seed) {
        List<ResourceEntry> entries = new ArrayList<>();
        for (Resource value : new Any(seed).resources()) {
            entries.add(new ResourceEntry(value, "", new TreeMap<>(Map.of("電話", "内線" + seed))));
        }
        return new OfficeResources(entries);
    }

    @Test
    void what_is_written_is_read_back_kind_by_kind_and_as_one_table_in_both_languages() {
        for (long seed = 0; seed < 200; seed++) {
            OfficeResources resources = random(seed);
            for (Language language : Language.values()) {
                List<ResourceSheet> sheets = new ArrayList<>();
                for (ResourceKind kind : ResourceKind.values()) {
                    sheets.add(new ResourceSheet(
                            kind.label().in(language), RegisterTable.of(BOOK.rows(kind, resources, language))));
                }
                ResourceReading book = BOOK.read(sheets, "f.xlsx");
                ResourceReading table = BOOK.read(
                        List.of(new ResourceSheet("", RegisterTable.of(BOOK.rows(resources, language)))), "f.csv");
                for (ResourceReading reading : List.of(book, table)) {
                    assertThat(reading.problems().stream().filter(it -> it.severity() == Severity.ERROR))
                            .isEmpty();
                    assertThat(values(reading.resources())).isEqualTo(values(resources));
                    assertThat(reading.resources().entries())
                            .allSatisfy(it -> assertThat(it.others()).containsKey("電話"));
                }
            }
        }
    }

    @Test
    void a_form_of_one_kind_is_known_by_its_columns() {
        for (ResourceKind kind : ResourceKind.values()) {
            OfficeResources resources = random(4);
            ResourceReading reading = BOOK.read(
                    List.of(new ResourceSheet("", RegisterTable.of(BOOK.rows(kind, resources, Language.EN)))), "f.csv");
            assertThat(reading.resources().entries())
                    .hasSameSizeAs(resources.entries(kind))
                    .allSatisfy(it -> assertThat(it.value().kind()).isEqualTo(kind));
        }
    }

    @Test
    void a_sheet_that_is_no_form_is_named_and_an_empty_form_is_no_fault() {
        RegisterTable teams = RegisterTable.of(List.of(row("ID", "2027"), row("kiban", "40")));
        RegisterTable empty = RegisterTable.of(BOOK.rows(ResourceKind.BUDGET, OfficeResources.NONE, Language.JA));
        ResourceReading reading = BOOK.read(
                List.of(
                        new ResourceSheet("体制 (2)", teams),
                        new ResourceSheet("予算", empty),
                        new ResourceSheet("メモ", RegisterTable.of(List.of(row("x"))))),
                "f.xlsx");
        assertThat(reading.complete()).isTrue();
        assertThat(reading.ignored()).containsExactly("メモ");
        assertThat(reading.resources().entries())
                .singleElement()
                .satisfies(it -> assertThat(it.origin()).isEqualTo("f.xlsx!体制 (2):2"));
        assertThat(BOOK.read(List.of(new ResourceSheet("予算", empty)), "f.xlsx").complete())
                .isFalse();
    }

    @Test
    void a_date_that_a_spreadsheet_made_of_a_month_and_a_day_is_still_every_year() {
        List<String> header = row("名称", "影響", "対象区分", "繰返し", "凍結開始", "凍結終了");
        assertThat(read(header, row("年末年始", "閉庁", "全庁", "毎年", "2026-12-29", "2027/1/3"))
                        .resources()
                        .freezes())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.days()).isEqualTo(new Freeze.Yearly(MonthDay.of(12, 29), MonthDay.of(1, 3))));
        assertThat(read(header, row("選挙", "切替停止", "全体", "", "令和９年７月１日", "令和9年7月20日"))
                        .resources()
                        .freezes())
                .singleElement()
                .satisfies(it -> assertThat(it.days())
                        .isEqualTo(new Freeze.Once(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 20))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "名称,影響,対象区分,対象ID,凍結開始,凍結終了 | 閉庁,作業停止,全体,juki,3/1,3/31 | 対象ID",
                "名称,影響,対象区分,対象ID,凍結開始,凍結終了 | 閉庁,作業停止,チーム,,3/1,3/31 | 対象ID",
                "名称,影響,対象区分,対象ID,凍結開始,凍結終了 | 閉庁,作業停止,全体,,3/1,2027-03-31 | 凍結開始",
                "名称,影響,対象区分,対象ID,凍結開始,凍結終了 | 閉庁,作業停止,全体,,2027-03-31,2027-03-01 | 凍結終了",
                "名称,影響,対象区分,対象ID,凍結開始,凍結終了 | 閉庁,作業停止,全体,,2/30,3/1 | 凍結開始",
                "名称,影響,対象区分,対象ID,凍結開始,凍結終了 | 閉庁,?,全体,,3/1,3/1 | 影響",
                "調達ID,所要月数,予算手続 | hsm,長い,要求 | 所要月数",
                "調達ID,所要月数,予算手続 | hsm,６か月,不詳 | 予算手続",
                "作業種別,単位,人日(標準) | 溶接,件,1 | 作業種別",
                "作業種別,単位,人日(標準) | code,件,0.25 | 人日(標準)",
                "作業種別,単位,人日(標準),人日(上限) | code,件,3,2 | 人日(標準)",
                "作業種別,単位,人日(標準) | code,件, | 人日(標準)",
                "製品,最早,最遅 | HSM,2028-01-01,2027-01-01 | 最遅",
                "ID,通常の人日 | t,20 | 単位期間",
                "ID,開始日,終了日 | t,2027-04-01,2027-03-31 | 終了日",
                "ID,2027,2027Q1 | t,40,10 | 2027Q1",
                "年度,金額(円) | 2027,100 | 担当部局",
                "年度,金額(円),担当部局 | 9年,100,市民課 | 年度",
                "種別,ID,2027,金額(円) | チーム,t,4,100 | 金額(円)",
                "種別,ID,2027 | 人,t,4 | 種別",
            })
    void what_is_wrong_is_named_by_its_column_and_nothing_of_the_row_is_taken(
            String header, String cells, String column) {
        ResourceReading reading = read(
                Arrays.asList(header.strip().split(",", -1)),
                Arrays.asList(cells.strip().split(",", -1)));
        assertThat(reading.resources().entries()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(it -> {
            assertThat(it.column()).isEqualTo(column.strip());
            assertThat(it.row()).isEqualTo(2);
            assertThat(it.message(Language.EN)).endsWith(".");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999999999999999999",
                "-1",
                "1e9",
                "=HYPERLINK(\"http://x\")",
                "\u0000",
                "\uD800",
                "令和元年元月元日",
                "99/99",
                "0.0",
                "９９９９９９９９９９９９９９９百万円",
                "2027-02-30",
                "R99年度",
            })
    void a_hostile_cell_is_a_problem_or_a_value_and_never_a_fault_of_ours(String cell) {
        for (ResourceKind kind : ResourceKind.values()) {
            List<String> header =
                    BOOK.rows(kind, OfficeResources.NONE, Language.JA).get(0);
            for (int i = 0; i < header.size(); i++) {
                List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
                cells.set(i, cell);
                assertThatCode(() -> read(header, cells).resources()).doesNotThrowAnyException();
            }
        }
    }

    /** The form that was there before there were several: kind, id, name, and a column for each period. */
    @Test
    void teams_and_budgets_are_read_from_one_wide_table() {
        ResourceReading reading = read(List.of(
                row("種別", "ID", "名称", "2027Q1", "令和9年度Q2", "2028年度"),
                row("チーム", "kiban", "基盤チーム", "20", "０", "10"),
                row("予算", "市民課", "", "", "", "1,200千円")));
        assertThat(reading.problems()).isEmpty();
        OfficeResources resources = reading.resources();
        assertThat(ResourceCalendar.quarterly(resources, LocalDate.of(2027, 4, 1), new FiscalQuarter(2030, 4))
                        .get(0)
                        .personDays())
                .isEqualTo(Map.of(
                        new FiscalQuarter(2027, 1), 20,
                        new FiscalQuarter(2027, 2), 0,
                        new FiscalQuarter(2028, 1), 3,
                        new FiscalQuarter(2028, 2), 3,
                        new FiscalQuarter(2028, 3), 2,
                        new FiscalQuarter(2028, 4), 2));
        assertThat(resources.budgets())
                .containsExactly(new BudgetAllotment("", "市民課", 2028, 1_200_000, Optional.empty(), List.of(), ""));
    }
}
