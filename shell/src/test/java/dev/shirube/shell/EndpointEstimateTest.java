package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointEstimateTest {

    private static EndpointEstimate of(Pace pace, String... words) {
        return EndpointEstimate.of(new TargetParser(ProbePlan.TRIAGE, false).parse(List.of(words)), pace);
    }

    @Test
    void connectionsAreCountedByWhatEachEndpointSpeaks() {
        EndpointEstimate estimate = of(Pace.STANDARD, "tls://a.example", "ssh://a.example", "ike://a.example", ".");
        assertThat(estimate.endpoints()).isEqualTo(3);
        assertThat(estimate.typical()).isEqualTo(7);
        assertThat(estimate.most()).isEqualTo(11);
    }

    @Test
    void theSlowerOfTheTwoLimitsDecides() {
        assertThat(of(Pace.STANDARD, "tls://10.0.0.0/22").seconds()).isEqualTo(41);
        assertThat(of(Pace.STANDARD, "tls://a.example?sni=a.x,b.x,c.x,d.x,e.x").seconds())
                .isEqualTo(2);
        assertThat(of(new Pace(1, 1), "tls://10.0.0.0/22").seconds()).isEqualTo(4096);
    }

    @Test
    void itSaysSoInBothLanguages() {
        EndpointEstimate estimate = of(Pace.STANDARD, "tls://10.0.0.0/16");
        assertThat(estimate.text().en())
                .isEqualTo(
                        "65,536 endpoints: typically 262,144 connections, at most 393,216; about 44 min at 100 a second"
                                + " (10 to one address).");
        assertThat(estimate.text().ja())
                .isEqualTo("接続先 65,536 件：通常 262,144 接続、最大 393,216 接続。毎秒 100 接続（1 アドレスあたり毎秒 10）で約 44 分。");
    }
}
