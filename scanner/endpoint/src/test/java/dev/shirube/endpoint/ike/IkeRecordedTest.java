package dev.shirube.endpoint.ike;

import static dev.shirube.domain.ObservedFact.State.NOT_SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.endpoint.Replay;
import dev.shirube.endpoint.Seen;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.security.SecureRandom;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** strongSwan 5.9 (Debian 12, classical) and 6.0 (Debian 13, ML-KEM by OpenSSL 3.5), recorded on loopback. */
class IkeRecordedTest {

    @ParameterizedTest
    @ValueSource(strings = {"strongswan-5.9", "strongswan-6.0"})
    void asksTheSameAgain(String name) {
        Replay.assertAsksTheSame(recorded(name), new IkeCourse(ProbePlan.FULL, 4500, new SecureRandom()));
    }

    @Test
    void aResponderWithMlKemIsKnownByItsFirstAnswer() {
        Transcript whole = recorded("strongswan-6.0");
        Seen first = Seen.of(
                new IkeTranscriptDetector(),
                new Transcript(whole.endpoint(), whole.exchanges().subList(0, 1)));
        assertThat(first.verdicts()).containsExactly(SUPPORTED, UNKNOWN, SUPPORTED, UNKNOWN, UNKNOWN);
        assertThat(first.supported("additional-ke/")).containsExactly("ml-kem-768");
        Seen seen = Seen.of(new IkeTranscriptDetector(), whole);
        assertThat(seen.verdicts()).containsExactly(SUPPORTED, SUPPORTED, SUPPORTED, NOT_SUPPORTED, UNKNOWN);
        assertThat(seen.algorithms())
                .containsExactly(
                        "kem algorithm:hybrid-groups;parameter=Curve25519+ml-kem-768",
                        "key-agreement algorithm:ecdh;curve=nist/P-256");
        assertThat(seen.protocols().get(0).groups()).containsExactly("Curve25519+ml-kem-768", "ECP-256");
        assertThat(AlgorithmRegistry.standard().threat(seen.protocols().get(0))).isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(seen.state("extension/INTERMEDIATE_EXCHANGE_SUPPORTED")).isEqualTo(SUPPORTED);
        assertThat(seen.state("additional-ke/ml-kem-1024")).isEqualTo(NOT_SUPPORTED);
        assertThat(seen.codes()).isEmpty();
    }

    @Test
    void aClassicalResponderRefusesEveryPostQuantumExchange() {
        Seen seen = Seen.of(new IkeTranscriptDetector(), recorded("strongswan-5.9"));
        assertThat(seen.verdicts())
                .containsExactly(NOT_SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED, UNKNOWN);
        assertThat(seen.supported("ke/")).containsExactly("Curve25519", "ECP-384", "MODP-2048");
        assertThat(seen.algorithms())
                .isEqualTo(new TreeSet<>(List.of(
                        "key-agreement algorithm:ecdh;curve=nist/P-384",
                        "key-agreement algorithm:ffdh;parameter=modp2048",
                        "key-agreement algorithm:xdh;curve=other/Curve25519")));
        assertThat(seen.codes()).isEmpty();
    }

    private static Transcript recorded(String name) {
        return Replay.recorded(IkeRecordedTest.class, name);
    }
}
