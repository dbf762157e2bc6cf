package dev.shirube.planner.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A distribution of dates: its quantiles by hand, and what is no distribution. */
class QuantumDatesTest {
    /** Forty months from December 2026 to April 2030 for 20 %, then 30 % in 60 months. */
    private static final QuantumDates DATES = QuantumDates.parse("2030-04:20,2035-04:50");

    @ParameterizedTest
    @CsvSource({
        "1, 2027-02", // two months a percent
        "10, 2028-08",
        "20, 2030-04",
        "21, 2030-06", // two months a percent again
        "35, 2032-10",
        "50, 2035-04"
    })
    void aQuantileIsTheFirstMonthByWhoseEndItIsThere(int percent, String month) {
        assertThat(DATES.month(percent, YearMonth.of(2026, 12))).contains(YearMonth.parse(month));
    }

    @Test
    void whatComesInTooFewFuturesHasNoMonth() {
        assertThat(DATES.month(51, YearMonth.of(2026, 12))).isEqualTo(Optional.empty());
    }

    @Test
    void aPointThatIsPastIsReachedAtOnce() {
        assertThat(DATES.month(20, YearMonth.of(2031, 1))).contains(YearMonth.of(2031, 1));
        assertThat(DATES.month(50, YearMonth.of(2031, 1))).contains(YearMonth.of(2035, 4));
    }

    @Test
    void theProductsOwnIsReadAndPrintedAsItIsRead() {
        assertThat(QuantumDates.parse(QuantumDates.planning().toString())).isEqualTo(QuantumDates.planning());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2030",
                "2030-13:5",
                "2030-12:0",
                "2030-12:101",
                "2030-12:10,2030-12:20",
                "2030-12:10,2031-12:10"
            })
    void whatIsNoDistributionIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> QuantumDates.parse(text));
    }
}
