package dev.shirube.endpoint;

import static dev.shirube.endpoint.TlsBytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.Language;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.ObservedFact.State;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.endpoint.transcript.TranscriptFormat;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.engine.ScanTarget.StartTls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Endpoints that are to be asked for TLS: from the connection to what is said of them. */
@Timeout(30)
class StartTlsEndpointTest {
    private static final Budgets SHORT = new Budgets(500, 300, 600, 5_000, 0, 256 << 10);

    @Test
    void findsWhatIsSpokenBehindTheUpgradeAndRecordsBothApart() throws Exception {
        try (FakeServer server = smtp("250-x\r\n250 STARTTLS\r\n", "220 go\r\n")) {
            Triage triage = triage(StartTls.SMTP, server.port());
            assertFact(triage, State.SUPPORTED, "agrees to go over to TLS");
            assertThat(triage.transcript().location()).isEqualTo("tls://127.0.0.1:" + server.port() + "?starttls=smtp");
            assertThat(triage.algorithms())
                    .containsExactly(
                            "key-agreement algorithm:ecdh;curve=nist/P-256",
                            "sign algorithm:rsassa-pkcs1v15;digest=SHA-256");
            assertThat(triage.detection().diagnostics()).isEmpty();
            assertThat(triage.detection().derived()).hasSize(1);
            List<Exchange> exchanges =
                    TranscriptFormat.read(triage.transcript().bytes()).exchanges();
            assertThat(exchanges).hasSize(1);
            Exchange.Preface preface = exchanges.get(0).preface().orElseThrow();
            assertThat(text(preface.sent())).isEqualTo("EHLO shirube.invalid\r\nSTARTTLS\r\n");
            assertThat(text(preface.received())).isEqualTo("220 x\r\n250-x\r\n250 STARTTLS\r\n220 go\r\n");
            assertThat(exchanges.get(0).sent()).startsWith(22, 3, 1);
            assertThat(exchanges.get(0).received()).isEqualTo(TlsBytes.flight12(0x0017, 1));
            assertThat(TranscriptFormat.write(
                            TranscriptFormat.read(triage.transcript().bytes())))
                    .isEqualTo(triage.transcript().bytes());
        }
    }

    @Test
    void saysThatAServerDoesNotOfferIt() throws Exception {
        try (FakeServer server = smtp("250 x\r\n", "")) {
            Triage triage = triage(StartTls.SMTP, server.port());
            assertFact(triage, State.NOT_SUPPORTED, "its answer to EHLO does not name it");
            assertThat(triage.codes()).containsExactly(DiagnosticCode.STARTTLS_NOT_OFFERED);
            assertThat(triage.detection().diagnostics().get(0).message(Language.EN))
                    .contains("SMTP", "its answer to EHLO does not name it");
            assertThat(triage.detection().diagnostics().get(0).message(Language.JA))
                    .contains("SMTP", "EHLO への応答に含まれない");
            assertThat(triage.detection().findings()).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void leavesUnknownWhatIsRefusedForNow() throws Exception {
        try (FakeServer server = smtp("250 STARTTLS\r\n", "454 later\r\n")) {
            Triage triage = triage(StartTls.SMTP, server.port());
            assertFact(triage, State.UNKNOWN, "it answers 454 to STARTTLS");
            assertThat(triage.codes()).containsExactly(DiagnosticCode.HOST_UNDECIDED);
            assertThat(triage.detection().diagnostics().get(0).arguments())
                    .containsExactly("every version and algorithm of TLS", "probe wide: it answers 454 to STARTTLS");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void doesNotReadTlsOutOfWhatWasInjected() throws Exception {
        try (FakeServer server = smtp("250 STARTTLS\r\n", "220 go\r\n" + text(TlsBytes.flight12(0x0017, 1)))) {
            Triage triage = triage(StartTls.SMTP, server.port());
            assertThat(triage.codes()).containsExactly(DiagnosticCode.HOST_MALFORMED);
            assertThat(triage.detection().findings()).isEmpty();
            assertThat(triage.detection().derived()).isEmpty();
        }
    }

    /** A TLS server waits for us, and we for its greeting: one more connection tells. */
    @Test
    void tellsAServerThatSpeaksTlsAtOnce() throws Exception {
        try (FakeServer server = FakeServer.answering(TlsBytes.flight12(0x0017, 1))) {
            Triage triage = triage(StartTls.SMTP, server.port());
            assertFact(triage, State.UNKNOWN, "it had not agreed when the connection ended");
            assertThat(triage.codes()).containsExactly(DiagnosticCode.HOST_STALLED, DiagnosticCode.HOST_OTHER_PROTOCOL);
            assertThat(triage.detection().diagnostics().get(1).arguments())
                    .containsExactly("SMTP", "it speaks TLS at once");
            assertThat(triage.detection().findings()).isEmpty();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void tellsAServerThatRefusesWithAnAlertWhatIsNoTls() throws Exception {
        try (FakeServer server = FakeServer.answering(hex("15 0301 0002 02 46"))) {
            Triage triage = triage(StartTls.LDAP, server.port());
            assertThat(triage.codes()).containsExactly(DiagnosticCode.HOST_OTHER_PROTOCOL);
            assertThat(triage.detection().findings()).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void asksASilentServerOnceMoreAndNoThirdTime() throws Exception {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> in.readAllBytes())) {
            Triage triage = triage(StartTls.POP3, server.port());
            assertThat(triage.codes()).containsExactly(DiagnosticCode.HOST_STALLED);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void saysWhereAConnectionWasBrokenOff() throws Exception {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> say(out, "220 x\r\n25"))) {
            Triage triage = triage(StartTls.SMTP, server.port());
            assertFact(triage, State.UNKNOWN, "it had not agreed when the connection ended");
            assertThat(triage.codes()).containsExactly(DiagnosticCode.HOST_UNDECIDED);
            assertThat(triage.detection().diagnostics().get(0).arguments().get(1))
                    .contains("before STARTTLS was agreed");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void endsAServerThatTalksForEver() throws Exception {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            while (true) {
                say(out, "220-and another thing\r\n");
            }
        })) {
            Triage triage = triage(StartTls.SMTP, server.port());
            assertThat(triage.codes()).containsExactly(DiagnosticCode.LIMIT_REACHED);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void saysThatAPortIsClosed() throws Exception {
        int port;
        try (FakeServer server = smtp("", "")) {
            port = server.port();
        }
        Triage triage = triage(StartTls.SMTP, port);
        assertThat(triage.codes()).containsExactly(DiagnosticCode.HOST_UNREACHABLE);
        assertFact(triage, State.UNKNOWN, "no connection: refused");
    }

    @Test
    void saysNothingOfStartTlsWhereItWasNotAskedFor() throws Exception {
        try (FakeServer server = FakeServer.answering(TlsBytes.flight12(0x0017, 1))) {
            assertThat(Triage.of(server.port(), SHORT).verdicts()).noneMatch(it -> it.startsWith("starttls"));
        }
    }

    private static void assertFact(Triage triage, State state, String reason) {
        ObservedFact fact = triage.profile().fact("starttls/smtp");
        assertThat(fact.state()).isEqualTo(state);
        assertThat(fact.reason()).isEqualTo(reason);
    }

    private static FakeServer smtp(String toEhlo, String toStartTls) throws IOException {
        return FakeServer.doing((socket, in, out) -> {
            say(out, "220 x\r\n");
            if (!line(in).isEmpty()) {
                say(out, toEhlo);
            }
            if (line(in).startsWith("STARTTLS")) {
                say(out, toStartTls);
                if (FakeServer.readHello(in).length > 0) {
                    out.write(TlsBytes.flight12(0x0017, 1));
                    in.readAllBytes();
                }
            }
        });
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int one = in.read();
        while (one >= 0 && one != '\n') {
            line.append((char) one);
            one = in.read();
        }
        return line.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Triage triage(StartTls protocol, int port) throws Exception {
        EndpointTarget target = new EndpointTarget(
                Scheme.TLS, "127.0.0.1", port, Optional.empty(), Optional.of(protocol), ProbePlan.TRIAGE);
        return Triage.of(target, SHORT).get(0);
    }
}
