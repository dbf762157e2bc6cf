package dev.shirube.endpoint;

import static dev.shirube.domain.DiagnosticCode.HOST_MALFORMED;
import static dev.shirube.domain.DiagnosticCode.HOST_UNDECIDED;
import static dev.shirube.domain.DiagnosticCode.LIMIT_REACHED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.examples.LoopbackTlsServer;
import dev.shirube.examples.TlsProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;

/** All hostile servers at once in one sweep, and good ones among them, of which nothing else may be said for that. */
@Timeout(90)
class HostileSweepTest {
    private static final Budgets PATIENT = new Budgets(3_000, 3_000, 4_000, 20_000, 0, 256 << 10);
    private static final Duration BOUND = Duration.ofSeconds(40);
    private static final int OF_EACH = 2;
    /** No hostile server is asked more often, not even by the full plan. */
    private static final int MOST = 22;

    /** A HelloRetryRequest for X25519. */
    private static final byte[] RETRY = TlsBytes.handshake(
            2,
            TlsBytes.join(
                    TlsBytes.hex("0303 cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c 00 1301 00"),
                    TlsBytes.vector(2, TlsBytes.hex("002b 0002 0304 0033 0002 001d"))));

    private final Map<EndpointTarget, FakeServer> hostile = new LinkedHashMap<>();
    private final Map<EndpointTarget, DiagnosticCode> codes = new LinkedHashMap<>();
    private final Map<EndpointTarget, String> names = new LinkedHashMap<>();
    private final Map<EndpointTarget, LoopbackTlsServer> good = new LinkedHashMap<>();
    private ProbePlan plan = ProbePlan.TRIAGE;

    @AfterEach
    void close() throws IOException {
        for (FakeServer server : hostile.values()) {
            server.close();
        }
        for (LoopbackTlsServer server : good.values()) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProbePlan.class,
            names = {"TRIAGE", "FULL"})
    void saysOfEachServerWhatItSaysOfItAlone(ProbePlan asked) throws Exception {
        plan = asked;
        for (TlsProfile profile : TlsProfile.values()) {
            LoopbackTlsServer server = LoopbackTlsServer.start(profile);
            good.put(target(server.port()), server);
        }
        Map<String, Triage> alone = ask(good.keySet());
        for (int i = 0; i < OF_EACH; i++) {
            HostileServersTest.servers()
                    .map(Arguments::get)
                    .forEach(it -> add((String) it[0], (DiagnosticCode) it[1], (FakeServer.Behaviour) it[3]));
            addMore();
        }
        assertThat(hostile.size() / OF_EACH).isGreaterThanOrEqualTo(16);

        List<EndpointTarget> all = new ArrayList<>(hostile.keySet());
        all.addAll(good.keySet());
        long start = System.nanoTime();
        Map<String, Triage> together = ask(all);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);

        assertThat(together).hasSize(all.size());
        for (EndpointTarget target : good.keySet()) {
            assertThat(together.get(target.text()).detection().findings())
                    .isEqualTo(alone.get(target.text()).detection().findings())
                    .isNotEmpty();
            assertThat(together.get(target.text()).detection().diagnostics())
                    .isEqualTo(alone.get(target.text()).detection().diagnostics());
        }
        codes.forEach((target, code) -> {
            String name = names.get(target);
            assertThat(together.get(target.text()).codes()).as(name).contains(code);
            assertThat(hostile.get(target).connections()).as(name).isBetween(1, MOST);
            assertThat(new TreeSet<>(together.get(target.text()).verdicts()))
                    .as(name)
                    .noneMatch(it -> it.endsWith("=supported") && it.startsWith("pqc"));
        });
    }

    /** Those that have something to say, and say too much or too little of it. */
    private void addMore() {
        add("500 certificates", LIMIT_REACHED, answer(TlsBytes.flight12(0x0017, 500)));
        add("a group not offered", HOST_MALFORMED, answer(TlsBytes.flight12(0x0099, 1)));
        AtomicInteger count = new AtomicInteger();
        add("a limiter", HOST_UNDECIDED, (socket, in, out) -> {
            FakeServer.readHello(in);
            if (count.getAndIncrement() > 0) {
                socket.setSoLinger(true, 0);
                return;
            }
            out.write(RETRY);
            in.readAllBytes();
        });
    }

    private static FakeServer.Behaviour answer(byte[] bytes) {
        return (socket, in, out) -> {
            FakeServer.readHello(in);
            out.write(bytes);
            out.flush();
            in.readAllBytes();
        };
    }

    private void add(String name, DiagnosticCode code, FakeServer.Behaviour behaviour) {
        try {
            FakeServer server = FakeServer.doing(behaviour);
            EndpointTarget target = target(server.port());
            hostile.put(target, server);
            codes.put(target, code);
            names.put(target, name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private EndpointTarget target(int port) {
        return new EndpointTarget(Scheme.TLS, "127.0.0.1", port, Optional.empty(), Optional.empty(), plan);
    }

    private static Map<String, Triage> ask(Collection<EndpointTarget> targets) throws Exception {
        Map<String, Triage> triages = new LinkedHashMap<>();
        for (Triage triage : Triage.of(new EndpointListTarget(List.copyOf(targets), Triage.FAST), PATIENT)) {
            triages.put(triage.transcript().location(), triage);
        }
        return triages;
    }
}
