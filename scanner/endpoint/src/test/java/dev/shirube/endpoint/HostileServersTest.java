package dev.shirube.endpoint;

import static dev.shirube.domain.DiagnosticCode.HOST_MALFORMED;
import static dev.shirube.domain.DiagnosticCode.HOST_OTHER_PROTOCOL;
import static dev.shirube.domain.DiagnosticCode.HOST_STALLED;
import static dev.shirube.domain.DiagnosticCode.HOST_UNDECIDED;
import static dev.shirube.domain.DiagnosticCode.HOST_UNREACHABLE;
import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.codec.ClientHelloReader;
import dev.shirube.endpoint.codec.ClientOffer;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that mean no good, or are no TLS servers: each costs little, has a typed reason, and leads to no claim. */
@Timeout(30)
class HostileServersTest {
    private static final Budgets SHORT = new Budgets(1_000, 1_500, 2_500, 8_000, 0, 256 << 10);
    private static final byte[] HANDSHAKE_FAILURE = TlsBytes.hex("15 0303 0002 02 28");
    private static final Duration BOUND = Duration.ofSeconds(8);

    static Stream<Arguments> servers() {
        return Stream.of(
                server("silent", HOST_STALLED, 1, (socket, in, out) -> in.readAllBytes()),
                server("a byte now and then", HOST_STALLED, 1, HostileServersTest::trickle),
                server("garbage", HOST_OTHER_PROTOCOL, 1, HostileServersTest::garbage),
                server(
                        "endless records",
                        LIMIT_REACHED,
                        1,
                        (socket, in, out) -> endless(out, TlsBytes.record(22, TlsBytes.hex("0b 01ffff 00")))),
                server(
                        "a message of 16 MB",
                        LIMIT_REACHED,
                        1,
                        answer(TlsBytes.record(22, TlsBytes.hex("02 ffffff 0303")))),
                server("a record of 65,535 bytes", HOST_MALFORMED, 2, answer(TlsBytes.hex("16 0303 ffff 0200"))),
                server(
                        "empty records",
                        HOST_MALFORMED,
                        2,
                        (socket, in, out) -> endless(out, TlsBytes.hex("16 0303 0000"))),
                server(
                        "endless warnings",
                        LIMIT_REACHED,
                        1,
                        (socket, in, out) -> endless(out, TlsBytes.hex("15 0303 0002 01 70"))),
                server("HTTP", HOST_OTHER_PROTOCOL, 1, answer(ascii("HTTP/1.1 400 Bad Request\r\n\r\n"))),
                server("an SSH banner", HOST_OTHER_PROTOCOL, 1, answer(ascii("SSH-2.0-OpenSSH_9.2p1\r\n"))),
                server("an SMTP greeting", HOST_OTHER_PROTOCOL, 1, answer(ascii("220 mail.example.jp ESMTP\r\n"))),
                server("an alert and no more", HOST_UNDECIDED, 3, answer(TlsBytes.hex("15 0303 0002 02 28"))),
                server("a reset", HOST_UNDECIDED, 2, (socket, in, out) -> socket.setSoLinger(true, 0)),
                server("an immediate close", HOST_UNDECIDED, 2, (socket, in, out) -> FakeServer.readHello(in)),
                server("its own hello", HOST_MALFORMED, 2, (socket, in, out) -> {
                    out.write(FakeServer.readHello(in));
                    in.readAllBytes();
                }),
                server(
                        "a suite not offered",
                        HOST_MALFORMED,
                        2,
                        answer(TlsBytes.handshake(2, TlsBytes.serverHello(0x0303, 0x0001)))),
                server(
                        "a version not offered",
                        HOST_MALFORMED,
                        2,
                        answer(TlsBytes.handshake(2, TlsBytes.serverHello(0x0305, 0xC02F)))),
                server("application data at once", HOST_MALFORMED, 2, answer(TlsBytes.record(23, new byte[40]))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void costsLittleAndLeadsToATypedReasonAndNoClaim(
            String name, DiagnosticCode code, int connections, FakeServer.Behaviour behaviour) throws IOException {
        try (FakeServer server = FakeServer.doing(behaviour)) {
            long start = System.nanoTime();
            Triage triage = Triage.of(server.port(), SHORT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
            assertThat(triage.codes()).containsExactly(code);
            assertThat(triage.detection().findings()).isEmpty();
            assertThat(triage.detection().derived()).isEmpty();
            assertThat(server.connections()).isEqualTo(connections);
        }
    }

    /** More is asked under the full plan, but not of a host that answers nothing: it hears three plainer hellos at most. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void costsLittleUnderTheFullPlanToo(
            String name, DiagnosticCode code, int connections, FakeServer.Behaviour behaviour) throws IOException {
        try (FakeServer server = FakeServer.doing(behaviour)) {
            long start = System.nanoTime();
            Triage full = Triage.of(server.port(), SHORT, ProbePlan.FULL);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
            assertThat(full.codes()).containsOnly(code);
            assertThat(full.detection().findings()).isEmpty();
            assertThat(full.detection().derived()).isEmpty();
            assertThat(full.supported("")).isEmpty();
            assertThat(server.connections()).isBetween(connections, connections == 1 ? 1 : connections + 1);
        }
    }

    /** Twelve connections and seven false claims it cost a prototype that asked for each kind of suite by itself. */
    @Test
    void isNotHeldUpByAServerThatNamesASuiteAndStalls() throws IOException {
        byte[] hello = TlsBytes.handshake(2, TlsBytes.serverHello(0x0303, 0xC02F));
        try (FakeServer server = FakeServer.answering(hello)) {
            Triage full = Triage.of(server.port(), SHORT, ProbePlan.FULL);
            assertThat(full.codes()).containsExactly(HOST_STALLED);
            assertThat(full.supported("")).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** What a limiter refuses or resets after a few answers is unknown, whatever the alert says. */
    @ParameterizedTest(name = "after {0} answers, by alert: {1}")
    @CsvSource({"1, true", "1, false"})
    void believesNoRefusalOfALimiter(int answers, boolean alert) throws IOException {
        int[] count = {0};
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            byte[] hello = FakeServer.readHello(in);
            if (count[0]++ < answers) {
                out.write(answerOfTls12(hello));
                in.readAllBytes();
            } else if (alert) {
                out.write(HANDSHAKE_FAILURE);
                in.readAllBytes();
            } else {
                socket.setSoLinger(true, 0);
            }
        })) {
            Triage full = Triage.of(server.port(), SHORT, ProbePlan.FULL);
            assertThat(full.probes()).endsWith("control");
            assertThat(full.supported("key-exchange/")).containsExactly("ECDHE_RSA");
            assertThat(full.verdicts())
                    .contains(
                            "key-exchange/ECDHE_ECDSA=unknown",
                            "key-exchange/RSA=unknown",
                            "version/TLS 1.1=unknown",
                            "version/SSLv3=unknown",
                            "group/x25519=unknown",
                            "large-hello=unknown",
                            "pqc/negotiated-by-browser-hello=unknown");
            assertThat(server.connections()).isLessThanOrEqualTo(answers + 8);
        }
    }

    /** The same server without a limiter: what it refuses counts, and the control says that it may. */
    @Test
    void believesTheRefusalsOfAServerThatStillAnswers() throws IOException {
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            out.write(answerOfTls12(FakeServer.readHello(in)));
            in.readAllBytes();
        })) {
            Triage full = Triage.of(server.port(), SHORT, ProbePlan.FULL);
            assertThat(full.probes())
                    .containsExactly("wide", "version-1.1", "version-sslv3", "classes", "curves", "browser");
            assertThat(full.supported("version/")).containsExactly("TLS 1.2");
            assertThat(full.supported("group/")).containsExactly("secp256r1");
            assertThat(full.verdicts())
                    .contains(
                            "key-exchange/ECDHE_ECDSA=not-supported",
                            "key-exchange/RSA=not-supported",
                            "version/TLS 1.1=not-supported",
                            "version/SSLv3=not-supported",
                            "group/x25519=not-supported",
                            "large-hello=supported",
                            "pqc/negotiated-by-browser-hello=not-supported");
        }
    }

    /** What a server with one suite and one curve answers. */
    private static byte[] answerOfTls12(byte[] hello) throws IOException {
        try {
            ClientOffer offer = ClientHelloReader.read(hello);
            boolean suits = offer.versions().contains(0x0303)
                    && offer.suites().contains(0xC02F)
                    && offer.groups().contains(0x0017);
            return suits ? TlsBytes.flight12(0x0017, 1) : HANDSHAKE_FAILURE;
        } catch (TlsFormatException e) {
            throw new IOException(e);
        }
    }

    @Test
    void keepsTheFirstTwentyOfFiveHundredCertificatesAndSaysSo() throws IOException {
        try (FakeServer server = FakeServer.answering(TlsBytes.flight12(0x0017, 500))) {
            Triage triage = Triage.of(server.port(), SHORT);
            assertThat(triage.codes()).containsExactly(LIMIT_REACHED);
            assertThat(triage.detection().derived()).hasSize(20);
            assertThat(triage.algorithms())
                    .containsExactly(
                            "key-agreement algorithm:ecdh;curve=nist/P-256",
                            "sign algorithm:rsassa-pkcs1v15;digest=SHA-256");
        }
    }

    /** F5 devices were seen to do this once hybrid groups are on. */
    @Test
    void concludesNothingFromACurveThatWasNotOffered() throws IOException {
        try (FakeServer server = FakeServer.answering(TlsBytes.flight12(0x0099, 1))) {
            Triage triage = Triage.of(server.port(), SHORT);
            assertThat(triage.codes()).contains(HOST_MALFORMED);
            assertThat(triage.algorithms()).isEmpty();
        }
    }

    @Test
    void readsAHandshakeThatComesByteByByteInRecordsOfOneByte() throws IOException {
        byte[] messages = TlsBytes.join(
                TlsBytes.message(2, TlsBytes.serverHello(0x0303, 0xC02F)),
                TlsBytes.message(11, TlsBytes.certificates(1)),
                TlsBytes.message(12, TlsBytes.ecdhe(0x001D, 0x0804)),
                TlsBytes.message(14, new byte[0]));
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            FakeServer.readHello(in);
            for (byte one : messages) {
                out.write(TlsBytes.record(22, new byte[] {one}));
            }
            in.readAllBytes();
        })) {
            Triage triage = Triage.of(server.port(), SHORT);
            assertThat(triage.detection().diagnostics()).isEmpty();
            assertThat(triage.algorithms())
                    .containsExactly(
                            "key-agreement algorithm:xdh;curve=other/Curve25519",
                            "sign algorithm:rsassa-pss;digest=SHA-256");
        }
    }

    @Test
    void saysThatAPortIsClosed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = socket.getLocalPort();
        }
        Triage triage = Triage.of(port, SHORT);
        assertThat(triage.codes()).containsExactly(HOST_UNREACHABLE);
        assertThat(triage.detection().diagnostics().get(0).arguments()).containsExactly("refused");
    }

    @Test
    void saysThatANameIsNotKnown() throws Exception {
        List<Triage> triages = Triage.of(Triage.target("no-such-host.invalid", 443), SHORT);
        assertThat(triages).hasSize(1);
        assertThat(triages.get(0).codes()).containsExactly(HOST_UNREACHABLE);
        assertThat(triages.get(0).detection().diagnostics().get(0).location())
                .isEqualTo("tls://no-such-host.invalid:443");
    }

    /** A limiter that answers once and then resets leaves what it did not let us ask unknown, not absent. */
    @Test
    void leavesUnknownWhatALimiterDidNotLetItAsk() throws IOException {
        int[] count = {0};
        byte[] retry = TlsBytes.handshake(
                2,
                TlsBytes.join(
                        TlsBytes.hex(
                                "0303 cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c 00 1301 00"),
                        TlsBytes.vector(2, TlsBytes.hex("002b 0002 0304 0033 0002 001d"))));
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            FakeServer.readHello(in);
            if (count[0]++ > 0) {
                socket.setSoLinger(true, 0);
                return;
            }
            out.write(retry);
            in.readAllBytes();
        })) {
            Triage triage = Triage.of(server.port(), SHORT);
            assertThat(triage.algorithms()).containsExactly("key-agreement algorithm:xdh;curve=other/Curve25519");
            assertThat(triage.verdicts()).contains("pqc/key-establishment=unknown", "pqc/authentication=unknown");
            assertThat(triage.codes()).containsOnly(HOST_UNDECIDED);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    private static Arguments server(String name, DiagnosticCode code, int connections, FakeServer.Behaviour behaviour) {
        return Arguments.of(name, code, connections, behaviour);
    }

    private static FakeServer.Behaviour answer(byte[] bytes) {
        return (socket, in, out) -> {
            FakeServer.readHello(in);
            out.write(bytes);
            out.flush();
            in.readAllBytes();
        };
    }

    private static void trickle(Socket socket, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        byte[] flight = TlsBytes.flight12(0x0017, 1);
        for (byte one : flight) {
            out.write(one);
            out.flush();
            Thread.sleep(200);
        }
    }

    private static void garbage(Socket socket, InputStream in, OutputStream out) throws IOException {
        byte[] noise = new byte[70_000];
        new Random(7).nextBytes(noise);
        noise[0] = (byte) 0xEE;
        out.write(noise);
        in.readAllBytes();
    }

    private static void endless(OutputStream out, byte[] record) throws IOException {
        while (true) {
            out.write(record);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
