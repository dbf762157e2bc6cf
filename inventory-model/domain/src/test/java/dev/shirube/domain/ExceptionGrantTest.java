package dev.shirube.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExceptionGrantTest {

    private static ExceptionGrant grant(String granted, String expires) {
        return new ExceptionGrant(
                "E-1",
                "juki",
                "T-1",
                "rule",
                "reason",
                "measure",
                "CISO",
                LocalDate.parse(granted),
                LocalDate.parse(expires));
    }

    @Test
    void anExceptionLastsAtMostOneYear() {
        assertThat(grant("2026-04-01", "2027-04-01").expires()).isEqualTo("2027-04-01");
        assertThat(grant("2028-02-29", "2029-02-28").expires()).isEqualTo("2029-02-28");
        assertThatThrownBy(() -> grant("2026-04-01", "2027-04-02")).hasMessageContaining("E-1", "2027-04-02");
        assertThatThrownBy(() -> grant("2028-02-29", "2029-03-01")).hasMessageContaining("at most one year");
    }

    @Test
    void anExceptionDoesNotEndBeforeItStarts() {
        assertThat(grant("2026-04-01", "2026-04-01").granted()).isEqualTo("2026-04-01");
        assertThatThrownBy(() -> grant("2026-04-01", "2026-03-31")).hasMessageContaining("Correct the dates");
    }
}
