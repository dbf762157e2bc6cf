package dev.shirube.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Language;
import dev.shirube.domain.ObservedFact;
import dev.shirube.endpoint.codec.ClientHelloReader;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.ssh.SshTranscriptDetector;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ResultSink;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanJournal;
import dev.shirube.engine.ScanTarget;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.engine.Scanner;
import dev.shirube.engine.TargetException;
import dev.shirube.examples.LoopbackTlsServer;
import dev.shirube.examples.TlsProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EndpointReaderTest {

    @Test
    void readsEndpointsAndNothingElse() {
        EndpointReader reader = new EndpointReader();
        assertThat(reader.reads(Triage.target("127.0.0.1", 443))).isTrue();
        assertThat(reader.reads(new ScanTarget.DirectoryTarget(Path.of(".")))).isFalse();
    }

    @Test
    void asksSshServersInTheirOwnProtocol() throws Exception {
        try (FakeServer server = FakeServer.answering("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII))) {
            EndpointTarget target = new EndpointTarget(
                    Scheme.SSH, "127.0.0.1", server.port(), Optional.empty(), Optional.empty(), ProbePlan.FULL);
            ResultSink.InMemory sink = new ResultSink.InMemory();
            new Scanner(
                            List.of(new EndpointReader(Budgets.LOOPBACK.withSpacing(0), Triage.NOON)),
                            List.of(new TlsTranscriptDetector(), new SshTranscriptDetector()))
                    .scan(target, ScanContext.standard(LocalDate.EPOCH), sink);
            assertThat(sink.results()).hasSize(1);
            assertThat(sink.results().get(0).unit()).isEqualTo(target.text());
            assertThat(sink.results()
                            .get(0)
                            .endpoints()
                            .get(0)
                            .fact("version/SSH 2.0")
                            .reason())
                    .isEqualTo("announces version 2.0");
            assertThat(sink.results()
                            .get(0)
                            .endpoints()
                            .get(0)
                            .fact(EndpointProfile.PQC_ONLY)
                            .state())
                    .isEqualTo(ObservedFact.State.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nprobe x", "-x.jp", "x..jp", "ex_ample.jp/", "user@host"})
    void refusesWhatIsNoHostName(String host) {
        assertRefused(Triage.target(host, 443), "no host name", "ホスト名");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void refusesWhatIsNoPort(int port) {
        assertRefused(Triage.target("127.0.0.1", port), "is no port", "ポート番号");
    }

    @Test
    void sendsNoNameToAnAddressLiteral() throws Exception {
        assertThat(namesSentTo(Triage.target("127.0.0.1", 1))).containsExactly(Optional.empty());
    }

    @Test
    void sendsTheHostsNameAndUnderstandsInternationalOnes() throws Exception {
        assertThat(namesSentTo(Triage.target("localhost", 1))).containsExactly(Optional.of("localhost"));
        assertThat(namesSentTo(Triage.target("127.0.0.1", 1, Optional.of("例え.jp"))))
                .containsExactly(Optional.of("xn--r8jz45g.jp"));
    }

    @Test
    void makesOneUnitForEachNameAskedFor() throws Exception {
        List<String> locations = new ArrayList<>();
        try (FakeServer server = FakeServer.answering(TlsBytes.flight12(0x0017, 1))) {
            ScanTarget both = new EndpointListTarget(
                    List.of(
                            Triage.target("127.0.0.1", server.port(), Optional.of("a.test")),
                            Triage.target("127.0.0.1", server.port(), Optional.of("b.test"))),
                    Pace.STANDARD);
            for (Triage triage : Triage.of(both, Budgets.LOOPBACK)) {
                locations.add(triage.transcript().location());
            }
            assertThat(locations)
                    .containsExactlyInAnyOrder(
                            "tls://127.0.0.1:" + server.port() + "?sni=a.test",
                            "tls://127.0.0.1:" + server.port() + "?sni=b.test");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /** A host that answers nothing was asked by the plan that it was to be asked by, however few probes there were. */
    @ParameterizedTest
    @EnumSource(ProbePlan.class)
    void tellsThePlanWhateverWasAnswered(ProbePlan plan) throws Exception {
        EndpointTarget nobody =
                new EndpointTarget(Scheme.TLS, "127.0.0.1", 1, Optional.empty(), Optional.empty(), plan);
        assertThat(Triage.of(nobody, Budgets.LOOPBACK).get(0).detection().endpoints())
                .extracting(EndpointProfile::plan)
                .containsExactly(plan.id());
    }

    @Test
    void writesAddressesOfVersionSixInBrackets() throws Exception {
        List<Triage> triages = Triage.of(Triage.target("::1", 1), Budgets.LOOPBACK);
        assertThat(triages.get(0).transcript().location()).isEqualTo("tls://[::1]:1");
    }

    @Test
    void contactsNobodyOnceTheCallerWantsToStop() throws Exception {
        try (FakeServer server = FakeServer.answering(TlsBytes.flight12(0x0017, 1))) {
            ScanContext context = ScanContext.standard(LocalDate.EPOCH);
            context.cancelled().set(true);
            ResultSink.InMemory sink = new ResultSink.InMemory();
            scanner().scan(Triage.target("127.0.0.1", server.port()), context, sink);
            assertThat(sink.results()).isEmpty();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void asksNothingTwiceOfAnEndpointThatTheJournalCallsFinished() throws Exception {
        try (FakeServer server = FakeServer.answering(TlsBytes.flight12(0x0017, 1))) {
            ScanJournal journal = new ScanJournal.InMemory();
            ResultSink.InMemory sink = new ResultSink.InMemory();
            ScanContext context = ScanContext.standard(LocalDate.EPOCH);
            scanner().scan(Triage.target("127.0.0.1", server.port()), context, sink, journal);
            scanner().scan(Triage.target("127.0.0.1", server.port()), context, sink, journal);
            assertThat(sink.results()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void bringsFindingsAndCoverageThroughTheScanner() throws Exception {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(TlsProfile.HYBRID)) {
            ResultSink.InMemory sink = new ResultSink.InMemory();
            scanner()
                    .scan(
                            Triage.target("127.0.0.1", server.port()),
                            ScanContext.standard(LocalDate.EPOCH).withThreads(2),
                            sink);
            assertThat(sink.results()).hasSize(1);
            assertThat(sink.results().get(0).unit()).isEqualTo(server.target());
            assertThat(sink.results().get(0).findings())
                    .hasSize(4)
                    .allSatisfy(it -> assertThat(it.evidence().inputDigest())
                            .as("differs each time")
                            .isEmpty());
            assertThat(sink.results().get(0).coverage().inputs("endpoint-tls", Coverage.Outcome.READ))
                    .isEqualTo(1);
        }
    }

    private static Scanner scanner() {
        return new Scanner(
                List.of(new EndpointReader(Budgets.LOOPBACK, Triage.NOON)), List.of(new TlsTranscriptDetector()));
    }

    @Test
    void waitsBetweenTwoConnections() throws IOException {
        List<Long> times = new CopyOnWriteArrayList<>();
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            times.add(System.nanoTime());
            FakeServer.readHello(in);
            out.write(TlsBytes.hex("15 0303 0002 02 28"));
            in.readAllBytes();
        })) {
            Triage.of(server.port(), Budgets.LOOPBACK.withSpacing(120));
        }
        assertThat(times).hasSize(3);
        assertThat(times.get(1) - times.get(0)).isGreaterThan(110_000_000L);
        assertThat(times.get(2) - times.get(1)).isGreaterThan(110_000_000L);
    }

    private static List<Optional<String>> namesSentTo(EndpointTarget target) throws Exception {
        List<Optional<String>> names = new CopyOnWriteArrayList<>();
        try (FakeServer server = FakeServer.doing((socket, in, out) -> {
            try {
                names.add(ClientHelloReader.read(FakeServer.readHello(in)).serverName());
            } catch (TlsFormatException e) {
                throw new IOException(e);
            }
            out.write(TlsBytes.flight12(0x0017, 1));
            in.readAllBytes();
        })) {
            EndpointTarget here = new EndpointTarget(
                    target.scheme(),
                    target.host(),
                    server.port(),
                    target.serverName(),
                    target.startTls(),
                    target.plan());
            Triage.of(here, Budgets.LOOPBACK);
        }
        return names;
    }

    private static void assertRefused(EndpointTarget target, String english, String japanese) {
        EndpointReader reader = new EndpointReader(Budgets.LOOPBACK, Triage.NOON);
        assertThatThrownBy(() ->
                        reader.read(target, ScanContext.standard(LocalDate.EPOCH), new ScanJournal.InMemory(), unit -> {
                            throw new AssertionError("Nothing may be contacted");
                        }))
                .isInstanceOfSatisfying(TargetException.class, e -> {
                    assertThat(e.message(Language.EN)).contains(english);
                    assertThat(e.message(Language.JA)).contains(japanese);
                });
    }
}
