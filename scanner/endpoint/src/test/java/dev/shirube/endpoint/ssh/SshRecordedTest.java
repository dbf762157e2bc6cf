package dev.shirube.endpoint.ssh;

import static dev.shirube.domain.ObservedFact.State.NOT_SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.endpoint.Replay;
import dev.shirube.endpoint.Seen;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.Transcript;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenSSH 9.2 (Debian 12), 10.0 (Debian 13) and 10.6 (sid), and Dropbear 2022.83, recorded on loopback. */
class SshRecordedTest {
    private static final String HERE = "ssh://www.example.jp:22";

    @ParameterizedTest
    @ValueSource(strings = {"openssh-9.2", "openssh-10.0", "openssh-10.6", "dropbear-2022"})
    void asksTheSameAgainAndLearnsItInPiecesOfAnySize(String name) {
        Transcript transcript = Replay.recorded(SshRecordedTest.class, name);
        Replay.assertAsksTheSame(transcript, new SshCourse(ProbePlan.FULL, new SecureRandom()));
        for (Exchange exchange : transcript.exchanges()) {
            SshObservation whole = SshObservation.of(exchange);
            SshFlight bytewise = new SshFlight(offer -> whole.agreed());
            for (byte one : exchange.received()) {
                bytewise.read(new byte[] {one}, 0, 1);
            }
            assertThat(bytewise.finished()).isTrue();
            assertThat(bytewise.answer().kexInit()).isEqualTo(whole.answer().kexInit());
            assertThat(bytewise.answer().hostKey().orElseThrow().fingerprint())
                    .isEqualTo(whole.answer().hostKey().orElseThrow().fingerprint());
            assertThat(bytewise.answer().fault()).isEmpty();
        }
    }

    @Test
    void openSsh10IsKnownByItsMlKem() {
        Seen seen = seen("openssh-10.0");
        assertThat(seen.verdicts()).containsExactly(SUPPORTED, NOT_SUPPORTED, SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED);
        assertThat(seen.reason(EndpointProfile.PQC_NEGOTIATED)).endsWith("agree on mlkem768x25519-sha256");
        assertThat(seen.algorithms())
                .contains(
                        "kem algorithm:hybrid-groups;parameter=mlkem768x25519-sha256",
                        "key-agreement algorithm:xdh;curve=other/Curve25519;digest=SHA-256",
                        "sign algorithm:eddsa;curve=other/Ed25519",
                        "sign algorithm:rsassa-pkcs1v15;digest=SHA-512")
                .noneMatch(it -> it.contains("kex-strict") || it.contains("ext-info"));
        assertThat(seen.protocols()).extracting(CryptoAsset.Protocol::version).containsExactly(Optional.of("2.0"));
        assertThat(seen.detection().derived())
                .extracting(Detection.DerivedInput::location)
                .containsExactly(
                        HERE + "!hostkey/ecdsa-sha2-nistp384",
                        HERE + "!hostkey/ssh-ed25519",
                        HERE + "!hostkey/ssh-rsa");
        assertThat(new String(seen.detection().derived().get(2).bytes(), StandardCharsets.US_ASCII))
                .startsWith("ssh-rsa AAAAB3NzaC1yc2E");
        assertThat(seen.codes()).isEmpty();
    }

    @Test
    void openSsh9IsKnownByItsRealSizes() {
        Seen seen = seen("openssh-9.2");
        assertThat(seen.reason("host-key-shown/ssh-rsa")).startsWith("3072 bits SHA256:");
        assertThat(seen.reason("host-key-shown/ecdsa-sha2-nistp384")).startsWith("384 bits SHA256:");
        assertThat(seen.reason("group-exchange/1024-2048-8192")).isEqualTo("2048 bits");
        assertThat(seen.state("kex/mlkem768x25519-sha256")).isEqualTo(NOT_SUPPORTED);
        assertThat(seen.state("kex/curve448-sha512"))
                .as("classical and not listed")
                .isEqualTo(UNKNOWN);
    }

    @Test
    void openSsh106IsKnownByItsCompositeHostKey() {
        Seen seen = seen("openssh-10.6");
        assertThat(seen.verdicts()).containsExactly(SUPPORTED, NOT_SUPPORTED, SUPPORTED, NOT_SUPPORTED, SUPPORTED);
        assertThat(seen.reason(EndpointProfile.PQC_AUTHENTICATION)).isEqualTo("offers ssh-mldsa44-ed25519");
        assertThat(seen.reason("host-key-shown/ssh-mldsa44-ed25519")).startsWith("size not known SHA256:");
        assertThat(seen.algorithms()).contains("sign algorithm:composite-sig;parameter=MLDSA44-Ed25519");
        assertThat(seen.codes()).isEmpty();
    }

    @Test
    void dropbearIsClassicalAndItsRsaKeyIsSeen() {
        Seen seen = seen("dropbear-2022");
        assertThat(seen.verdicts())
                .containsExactly(NOT_SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED);
        assertThat(seen.reason("host-key-shown/ssh-rsa"))
                .startsWith("2048 bits SHA256:c4dQwnxscY5Dxj7WryCZHoLNmZj49x4X/8qgoEgYtNY")
                .endsWith("signs with rsa-sha2-256");
        assertThat(seen.codes()).isEmpty();
    }

    /** A server that was cut off after its KEXINIT leaves the host key unknown, and nothing else. */
    @Test
    void whatWasCutOffIsUnknown() {
        Transcript whole = Replay.recorded(SshRecordedTest.class, "openssh-10.0");
        Exchange first = whole.exchanges().get(0);
        byte[] cut = Arrays.copyOf(first.received(), first.received().length - 100);
        Exchange broken = new Exchange(first.probe(), first.at(), first.sent(), cut, Ending.RESET, "", first.secret());
        Seen seen = Seen.of(new SshTranscriptDetector(), new Transcript(HERE, List.of(broken)));
        assertThat(seen.verdicts().get(0)).isEqualTo(SUPPORTED);
        assertThat(seen.state("host-key-shown/ssh-ed25519")).isEqualTo(UNKNOWN);
        assertThat(seen.detection().derived()).isEmpty();
        assertThat(seen.codes()).containsExactly(DiagnosticCode.HOST_UNDECIDED);
    }

    private static Seen seen(String name) {
        return Seen.of(new SshTranscriptDetector(), Replay.recorded(SshRecordedTest.class, name));
    }
}
