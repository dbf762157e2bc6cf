package dev.shirube.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "1.79, 1.79, 0",
        "1.9, 1.79, -1",
        "1.84, 1.79, 1",
        "4.2.8.Final, 4.2.8, 0",
        "4.1.132.Final, 4.2.8, -1",
        "2.15, 2.15.0, 0",
        "99999999999999999999, 2, 1"
    })
    void versionsCompareByTheirNumbers(String one, String two, int sign) {
        assertThat(Integer.signum(Versions.compare(one, two))).isEqualTo(sign);
    }

    @ParameterizedTest
    @CsvSource({"'', false", "LATEST, false", "${revision}, false", "1.79, true"})
    void onlyWhatBeginsWithANumberCanBeCompared(String version, boolean comparable) {
        assertThat(Versions.comparable(version)).isEqualTo(comparable);
    }
}
