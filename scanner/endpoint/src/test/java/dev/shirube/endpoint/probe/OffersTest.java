package dev.shirube.endpoint.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffersTest {
    private static final int CODES = 0x10000;

    @Test
    void asksForEveryFinishedPostQuantumGroupOfTheRegistry() {
        for (int code = 0; code < CODES; code++) {
            if (CodePoints.isPqcGroup(code)) {
                assertThat(Offers.PQC_GROUPS).as(CodePoints.groupName(code)).contains(code);
            }
        }
        assertThat(Offers.PQC_GROUPS.stream().filter(CodePoints::isPqcGroup)).hasSizeGreaterThan(6);
    }

    @Test
    void offersEveryFinishedPostQuantumSchemeAndThoseFirst() {
        for (int code = 0; code < CODES; code++) {
            if (CodePoints.isPqcScheme(code)) {
                assertThat(Offers.SCHEMES).as(CodePoints.schemeName(code)).contains(code);
            }
        }
        List<Boolean> order =
                Offers.SCHEMES.stream().map(CodePoints::isPqcScheme).toList();
        assertThat(order.lastIndexOf(true)).isLessThan(order.indexOf(false));
    }

    @Test
    void mixesNoClassicalGroupIntoThePostQuantumOnes() {
        for (int code : Offers.join(Offers.CLASSICAL_GROUPS, Offers.OLD_GROUPS)) {
            assertThat(AlgorithmRegistry.standard().tlsGroup(code).orElseThrow().classification())
                    .isEqualTo("classical");
        }
    }

    @Test
    void knowsHowEveryOldSuiteExchangesKeys() {
        for (int suite : Offers.OLD_SUITES) {
            String name = CodePoints.suiteName(suite);
            boolean ephemeralCurve = name.startsWith("TLS_ECDHE_") || name.startsWith("TLS_ECDH_anon");
            boolean ephemeralField = name.startsWith("TLS_DHE_") || name.startsWith("TLS_DH_anon");
            assertThat(CodePoints.SUITE_CLASSES.ecdhe(suite)).as(name).isEqualTo(ephemeralCurve);
            assertThat(CodePoints.SUITE_CLASSES.dhe(suite)).as(name).isEqualTo(ephemeralField);
        }
    }

    @Test
    void offersNothingTwice() {
        assertThat(Offers.join(Offers.TLS13_SUITES, Offers.TLS13_MORE_SUITES, Offers.OLD_SUITES))
                .doesNotHaveDuplicates();
        assertThat(Offers.join(Offers.PQC_GROUPS, Offers.CLASSICAL_GROUPS, Offers.OLD_GROUPS))
                .doesNotHaveDuplicates();
        assertThat(Offers.SCHEMES).doesNotHaveDuplicates();
    }
}
