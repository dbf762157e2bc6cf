package dev.shirube.domain.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellDayTest {

    @ParameterizedTest
    @CsvSource({
        "令和8年4月1日, 2026-04-01",
        "令和８年４月１日, 2026-04-01",
        "R8.4.1, 2026-04-01",
        "Ｒ８．４．１, 2026-04-01",
        "r8/4/1, 2026-04-01",
        "㋿8年4月1日, 2026-04-01",
        "令和元年5月1日, 2019-05-01",
        "平成31年4月30日, 2019-04-30",
        "H32.3.31, 2020-03-31",
        "2026年4月1日, 2026-04-01",
        "2026.4.1, 2026-04-01",
        "20260401, 2026-04-01",
        "2035/3/31(土), 2035-03-31",
        "46113, 2026-04-01",
        "2035年2月末, 2035-02-28",
        "令和10年2月末日, 2028-02-29",
        "令和元年度末, 2020-03-31",
    })
    void daysOfEitherCalendarAreRead(String cell, LocalDate day) {
        assertThat(CellDay.day(cell)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "令和0年4月1日",
                "令和8年13月1日",
                "令和8年2月30日",
                "平成8年4月1日",
                "昭和64年1月1日",
                "8年4月1日",
                "R8",
                "1999-12-31",
                "2200-01-01",
                "12345",
                "999999",
                "４月１日",
                "2026-4",
                "2026-04-01T12:00",
                "末",
                "永久",
                "令和年4月1日",
                "20261301"
            })
    void whatIsNoDayIsNotGuessed(String cell) {
        assertThat(CellDay.day(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "令和8年度, 2026",
        "令和元年度, 2019",
        "平成31年度, 2019",
        "H31, 2019",
        "2029-04-01, 2029",
        "2030-03-31, 2029",
        "令和12年3月31日, 2029",
    })
    void fiscalYearsAreNamedByTheirFirstYearAndADayLiesInOne(String cell, int year) {
        assertThat(CellDay.fiscalYear(cell)).hasValue(year);
    }

    @ParameterizedTest
    @CsvSource({"3年, 36", "36か月, 36", "36ヶ月, 36", "36ヵ月, 36", "36カ月間, 36", "36箇月, 36", "３６ヶ月, 36", "3年6か月, 42"})
    void periodsAreReadInMonths(String cell, int months) {
        assertThat(CellValue.months(cell)).hasValue(months);
    }
}
