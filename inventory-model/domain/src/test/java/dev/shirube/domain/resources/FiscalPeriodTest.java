package dev.shirube.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Language;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2027-03-31, YEAR, FY2026, 令和8年度, 2026-04-01, 2027-03-31",
        "2027-04-01, YEAR, FY2027, 令和9年度, 2027-04-01, 2028-03-31",
        "2027-03-31, QUARTER, FY2026Q4, 令和8年度Q4, 2027-01-01, 2027-03-31",
        "2027-04-01, QUARTER, FY2027Q1, 令和9年度Q1, 2027-04-01, 2027-06-30",
        "2028-02-29, MONTH, 2028-02, 2028年2月, 2028-02-01, 2028-02-29",
        "2019-04-30, YEAR, FY2019, 令和元年度, 2019-04-01, 2020-03-31",
        "2019-03-31, YEAR, FY2018, 2018年度, 2018-04-01, 2019-03-31",
    })
    void a_day_lies_in_one_period_of_each_length(
            LocalDate day, Grain grain, String id, String japanese, LocalDate first, LocalDate last) {
        FiscalPeriod period = FiscalPeriod.of(day, grain);

        assertThat(period.id()).isEqualTo(id);
        assertThat(period.label(Language.JA)).isEqualTo(japanese);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
    }

    @Test
    void a_period_begins_where_the_fiscal_calendar_has_one_begin() {
        assertThat(FiscalPeriod.from(LocalDate.of(2027, 4, 1), Grain.YEAR)).isEqualTo(FiscalPeriod.year(2027));
        assertThat(FiscalPeriod.from(LocalDate.of(2027, 4, 2), Grain.YEAR)).isEqualTo(FiscalPeriod.year(2028));
        assertThatThrownBy(() -> new FiscalPeriod(YearMonth.of(2027, 5), Grain.QUARTER))
                .hasMessageContaining("2027-05");
    }

    @Test
    void the_shares_of_the_months_add_up_and_agree_with_those_of_the_quarters() {
        Random random = new Random(11);
        FiscalPeriod year = FiscalPeriod.year(2027);
        for (int round = 0; round < 500; round++) {
            int amount = random.nextInt(1_000);
            int sum = 0;
            for (int quarter = 0; quarter < 4; quarter++) {
                int inQuarter = 0;
                for (int month = 0; month < 3; month++) {
                    inQuarter += year.share(amount, year.first().plusMonths(quarter * 3L + month));
                }
                assertThat(inQuarter).isEqualTo(amount / 4 + (quarter < amount % 4 ? 1 : 0));
                sum += inQuarter;
            }
            assertThat(sum).isEqualTo(amount);
        }
        assertThat(year.share(100, YearMonth.of(2027, 3))).isZero();
    }
}
