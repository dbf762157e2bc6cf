package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalQuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, 2025, 4", "2026-04-01, 2026, 1", "2026-06-30, 2026, 1", "2026-07-01, 2026, 2",
        "2026-09-30, 2026, 2", "2026-10-01, 2026, 3", "2026-12-31, 2026, 3", "2027-01-01, 2026, 4",
        "2027-03-31, 2026, 4", "2036-03-31, 2035, 4", "2035-12-31, 2035, 3",
    })
    void theYearStartsInApril(LocalDate day, int year, int quarter) {
        FiscalQuarter found = FiscalQuarter.of(day);
        assertThat(found).isEqualTo(new FiscalQuarter(year, quarter));
        assertThat(day).isBetween(found.firstDay(), found.lastDay());
    }

    @Test
    void quartersFollowEachOtherWithoutGap() {
        FiscalQuarter quarter = new FiscalQuarter(2024, 1);
        for (int i = 0; i < 60; i++) {
            FiscalQuarter next = quarter.plus(1);
            assertThat(next.firstDay()).isEqualTo(quarter.lastDay().plusDays(1));
            assertThat(next).isGreaterThan(quarter);
            assertThat(next.since(quarter)).isEqualTo(1);
            assertThat(next.plus(-1)).isEqualTo(quarter);
            quarter = next;
        }
        assertThat(quarter.since(new FiscalQuarter(2024, 1))).isEqualTo(60);
    }

    @Test
    void reiwaIsNamedByTheYearItStartsIn() {
        assertThat(new FiscalQuarter(2026, 4).reiwa()).isEqualTo(8);
        assertThat(new FiscalQuarter(2019, 1).reiwa()).isEqualTo(1);
        assertThat(new FiscalQuarter(2035, 4)).hasToString("FY2035Q4");
    }

    @Test
    void thereAreFourQuarters() {
        assertThatThrownBy(() -> new FiscalQuarter(2026, 0)).hasMessageContaining("0");
        assertThatThrownBy(() -> new FiscalQuarter(2026, 5)).hasMessageContaining("5");
    }
}
