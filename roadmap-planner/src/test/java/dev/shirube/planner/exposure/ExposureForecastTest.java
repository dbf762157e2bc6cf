package dev.shirube.planner.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.InformationSystem;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import dev.shirube.planner.roadmap.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Exposure of one key agreement and one signature, counted by hand. */
class ExposureForecastTest {
    private static final ExposureBand NONE = new ExposureBand(0, 0, 0);
    private static final ExposureBand ONE = new ExposureBand(1, 1, 1);

    /** In every future the quantum computer is there by the end of December 2030. */
    private static final QuantumDates AT_ONCE = QuantumDates.parse("2030-11:1,2030-12:100");

    private static Roadmap roadmap(InformationSystem... register) {
        return RoadmapPlanner.standard()
                .plan(
                        Findings.of("tax")
                                .code(
                                        Algorithm.Known.of("ecdh").withCurve("nist/P-256"),
                                        CryptoFunction.KEY_AGREEMENT,
                                        "javax.crypto.KeyAgreement#getInstance",
                                        "src/A.java")
                                .code(
                                        Algorithm.Known.of("ecdsa").withCurve("nist/P-256"),
                                        CryptoFunction.SIGN,
                                        "java.security.Signature#getInstance",
                                        "src/B.java")
                                .inventory(register),
                        Resources.of(List.of(Findings.team("dx", 60))),
                        PlanSettings.of(LocalDate.of(2026, 11, 23)));
    }

    private static Map<Integer, ExposureYear> byYear(List<ExposureYear> years) {
        Map<Integer, ExposureYear> byYear = new TreeMap<>();
        years.forEach(it -> byYear.put(it.fiscalYear(), it));
        return byYear;
    }

    @Test
    void withoutAPlanTheDataOfTheYearsThatReachTheDateAndTheSignaturesAfterItAreExposed() {
        InformationSystem tax = Findings.declared("tax", "dx", 3, Exposure.INTERNET, 24, 2031);
        Map<Integer, ExposureYear> years =
                byYear(ExposureForecast.of(roadmap(tax), AT_ONCE).unplanned());
        assertThat(years.keySet()).containsExactly(2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035);
        assertThat(years.values()).allMatch(it -> it.open() == 2);
        assertThat(years.get(2027).recorded()).isEqualTo(NONE); // 2028-03-31 and 24 months end before it
        assertThat(years.get(2028).recorded()).isEqualTo(ONE); // 2029-03-31 and 24 months are 2031-03-31
        assertThat(years.get(2035).recorded()).isEqualTo(ONE);
        assertThat(years.get(2029).forgeable()).isEqualTo(NONE); // the year ends on 2030-03-31
        assertThat(years.get(2030).forgeable()).isEqualTo(ONE);
    }

    @Test
    void aUseThatIsMigratedInTimeIsExposedNoMore() {
        InformationSystem tax = Findings.declared("tax", "dx", 3, Exposure.INTERNET, 24, 2031);
        ExposureForecast forecast = ExposureForecast.of(roadmap(tax), AT_ONCE);
        assertThat(forecast.planned()).hasSameSizeAs(forecast.unplanned());
        ExposureYear last = forecast.planned().get(forecast.planned().size() - 1);
        assertThat(last.recorded()).isEqualTo(NONE);
        for (int i = 0; i < forecast.planned().size(); i++) {
            assertThat(forecast.planned().get(i).recorded().high())
                    .isLessThanOrEqualTo(forecast.unplanned().get(i).recorded().high());
        }
    }

    @Test
    void whatIsNotDeclaredIsHarmlessOnlyInTheLowFigure() {
        ExposureYear year =
                byYear(ExposureForecast.of(roadmap(), AT_ONCE).unplanned()).get(2026);
        assertThat(year.recorded()).isEqualTo(new ExposureBand(0, 1, 1));
    }

    @Test
    void aDateThatComesInFewFuturesOnlyIsInTheHighFigureOnly() {
        InformationSystem tax = Findings.declared("tax", "dx", 3, Exposure.INTERNET, 24, 2031);
        QuantumDates seldom = QuantumDates.parse("2030-11:1,2030-12:20");
        assertThat(byYear(ExposureForecast.of(roadmap(tax), seldom).unplanned())
                        .get(2035)
                        .recorded())
                .isEqualTo(new ExposureBand(0, 0, 1));
    }

    @Test
    void aUseThatOnlyWaitsForAStandardStaysOpen() {
        Roadmap roadmap = RoadmapPlanner.standard()
                .plan(
                        Findings.of("ops")
                                .ssh("sshd_config", List.of("mlkem768x25519-sha256"), List.of("ssh-ed25519"))
                                .inventory(Findings.declared("ops", "dx", 3, Exposure.INTERNET, 24, 2031)),
                        Resources.of(List.of(Findings.team("dx", 60))),
                        PlanSettings.of(LocalDate.of(2026, 11, 23)));
        assertThat(roadmap.tasks())
                .anyMatch(it -> it.task().kind() == TaskKind.WAIT && it.finish().isPresent());
        ExposureForecast forecast = ExposureForecast.of(roadmap, AT_ONCE);
        assertThat(forecast.planned()).allMatch(it -> it.open() == 1);
        assertThat(forecast.planned()).isEqualTo(forecast.unplanned());
    }
}
