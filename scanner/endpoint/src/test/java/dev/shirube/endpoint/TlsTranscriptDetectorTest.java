package dev.shirube.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTranscriptDetectorTest {
    private static final String HERE = "tls://www.example.jp:443";

    @Test
    void looksAtTranscriptsAndNotAtWhatIsDerivedFromThem() {
        TlsTranscriptDetector detector = new TlsTranscriptDetector();
        assertThat(detector.accepts(InMemoryInput.of(HERE, ""))).isTrue();
        assertThat(detector.accepts(InMemoryInput.of(HERE + "!chain/0", ""))).isFalse();
        assertThat(detector.accepts(InMemoryInput.of("notes/tls.txt", ""))).isFalse();
    }

    @Test
    void placesEveryFindingAtTheEndpointAsSeenOnTheWire() {
        Detection detection = detect(Recorded.bytes("hybrid"));
        assertThat(detection.findings()).hasSize(4).allSatisfy(it -> {
            assertThat(it.occurrence().location()).isEqualTo(HERE);
            assertThat(it.occurrence().kind()).isEqualTo(EvidenceKind.HANDSHAKE);
        });
        assertThat(detection.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
        assertThat(detection.derived())
                .extracting(Detection.DerivedInput::location)
                .containsExactly(HERE + "!chain/0", HERE + "!chain/1");
    }

    @Test
    void keepsTimesRandomsAndSecretsOutOfWhatIsExported() {
        String transcript = new String(Recorded.bytes("hybrid"), StandardCharsets.UTF_8);
        String exported = detect(Recorded.bytes("hybrid")).findings().toString();
        String secret = transcript
                .lines()
                .filter(it -> it.startsWith("secret "))
                .findFirst()
                .orElseThrow();
        assertThat(exported).doesNotContain(secret.substring(7, 40)).doesNotContain("2026-11-23T");
    }

    /** A server with two certificates shows another one to older clients: both are derived, none twice. */
    @Test
    void keepsTheChainsOfTwoVersionsApart() {
        String rsa = new String(Recorded.bytes("openssl-tls12-rsa"), StandardCharsets.UTF_8);
        String ec = new String(Recorded.bytes("classical-ec"), StandardCharsets.UTF_8);
        String both = ec + rsa.substring(rsa.indexOf("probe "));
        assertThat(detect(both.getBytes(StandardCharsets.UTF_8)).derived())
                .extracting(Detection.DerivedInput::location)
                .containsExactly(HERE + "!chain/0", HERE + "!chain/1", HERE + "!chain@1.2/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a transcript", "shirube-transcript/1\nendpoint tls://a:1\nprobe x\n"})
    void saysOfABrokenTranscriptThatItIsOne(String text) {
        Detection detection = detect(text.getBytes(StandardCharsets.UTF_8));
        assertThat(detection.findings()).isEmpty();
        assertThat(detection.diagnostics()).extracting(Diagnostic::code).containsExactly(DiagnosticCode.MALFORMED);
    }

    @Test
    void saysOfATranscriptWithoutAHelloThatItIsBroken() {
        String text = new String(Recorded.bytes("openssl-tls12-rsa"), StandardCharsets.UTF_8)
                .replaceFirst("sent 16", "sent 17");
        assertThat(detect(text.getBytes(StandardCharsets.UTF_8)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(DiagnosticCode.MALFORMED);
    }

    private static Detection detect(byte[] transcript) {
        InMemoryInput input = new InMemoryInput(HERE, transcript);
        return new TlsTranscriptDetector().detect(input, InMemoryUnit.of(input));
    }
}
