package dev.shirube.endpoint.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.Recorded;
import dev.shirube.endpoint.codec.ServerAnswer;
import dev.shirube.endpoint.codec.ServerHello;
import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.codec.TlsFormatException;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TlsPlanTest {
    private static final int X25519MLKEM768 = 0x11EC;
    private static final int MLKEM1024 = 0x0202;
    private static final int X25519 = 0x001D;

    static Stream<String> recorded() {
        return Stream.concat(Recorded.NAMES.stream(), Recorded.LONGER.stream());
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void asksWhatItAskedWhenTheTranscriptWasRecorded(String name) throws TlsFormatException {
        ProbePlan plan = plan(name);
        List<Observation> seen = new ArrayList<>();
        for (Exchange exchange : Recorded.transcript(name).exchanges()) {
            Observation observation = Observer.observe(exchange);
            Probe next = TlsPlan.next(plan, seen, Optional.empty()).orElseThrow();
            assertThat(next.id()).isEqualTo(exchange.probe());
            assertThat(next.offer()).isEqualTo(observation.offer().withShares(List.of()));
            assertThat(next.shares())
                    .containsExactlyElementsOf(observation.offer().shares().stream()
                            .map(it -> it.group())
                            .toList());
            seen.add(observation);
        }
        assertThat(TlsPlan.next(plan, seen, Optional.empty())).isEmpty();
        assertThat(TlsPlan.planOf(seen)).as("told by the probes").isEqualTo(plan);
    }

    private static ProbePlan plan(String name) {
        return name.startsWith("full-") ? ProbePlan.FULL : name.startsWith("deep-") ? ProbePlan.DEEP : ProbePlan.TRIAGE;
    }

    @ParameterizedTest
    @CsvSource({
        "classical-rsa, wide share pqc legacy",
        "hybrid, wide share legacy reversed",
        "pqc-only, wide share share-pqc pqc legacy",
        "openssl-rsa, wide share pqc legacy",
        "openssl-tls12-rsa, wide",
        "full-hybrid, wide share legacy chain reversed browser",
        "full-nginx-hybrid, wide share legacy version-1.1 chain chain classes classes classes reversed suites-reversed browser",
        "full-nginx-pqc-only, wide share share-pqc pqc pqc legacy chain reversed browser control",
        "full-openssl-tls12-rsa, wide version-1.1 classes classes classes curves curves curves curves curves suites-reversed browser"
    })
    void needsFewConnections(String name, String probes) {
        assertThat(Recorded.transcript(name).exchanges())
                .extracting(Exchange::probe)
                .containsExactly(probes.split(" "));
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"TIMED_OUT", "LIMIT", "UNREACHABLE"})
    void doesNotAskASilentHostTwice(Ending ending) {
        assertThat(probes(it -> broken(it, ending))).containsExactly("wide");
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"CLOSED", "RESET"})
    void asksAHostThatBreaksOffInPlainerWordsOnce(Ending ending) {
        assertThat(probes(it -> broken(it, ending))).containsExactly("wide", "legacy");
    }

    /** TLS 1.3 is found although the server does not bear the wide hello. */
    @Test
    void findsTls13BehindAServerThatRefusesTheWideHello() {
        List<Observation> seen = run(it -> it.id().equals("share") ? chose(it, X25519, false) : refused(it, 40));
        assertThat(seen).extracting(Observation::probe).startsWith("wide", "legacy", "share");
        assertThat(EndpointFacts.of(seen).version(Tls.TLS13).isSupported()).isTrue();
    }

    @Test
    void eliminatesTheGroupsOfAServerThatListsNone() {
        List<Integer> speaks = List.of(X25519MLKEM768, MLKEM1024, X25519);
        List<Observation> seen = run(probe -> answer(probe, speaks));
        EndpointFacts facts = EndpointFacts.of(seen);
        assertThat(facts.supportedGroups()).containsExactlyInAnyOrderElementsOf(speaks);
        assertThat(facts.group(0x11ED).isNotSupported()).isTrue();
        PqcVerdicts verdicts = PqcVerdicts.of(facts);
        assertThat(verdicts.keyEstablishment().isSupported()).isTrue();
        assertThat(verdicts.only().isNotSupported()).isTrue();
        assertThat(seen).hasSizeLessThanOrEqualTo(TlsPlan.mostConnections(ProbePlan.TRIAGE));
    }

    /** The order is the server's own, so the classical group wins although our hello names it last. */
    @Test
    void tellsTheServersPreferenceFromTheClients() {
        EndpointFacts serverFirst = EndpointFacts.of(run(probe -> answer(probe, List.of(X25519, X25519MLKEM768))));
        assertThat(PqcVerdicts.of(serverFirst).preferred().isNotSupported()).isTrue();
        EndpointFacts pqcFirst = EndpointFacts.of(run(probe -> answer(probe, List.of(X25519MLKEM768, X25519))));
        assertThat(PqcVerdicts.of(pqcFirst).preferred().isSupported()).isTrue();
    }

    @Test
    void saysUnknownWhereAProbeWasResetAndNotAbsent() {
        EndpointFacts facts = EndpointFacts.of(
                run(probe -> probe.id().equals("pqc") ? broken(probe, Ending.RESET) : answer(probe, List.of(X25519))));
        assertThat(PqcVerdicts.of(facts).keyEstablishment().isUnknown()).isTrue();
        assertThat(PqcVerdicts.of(facts).keyEstablishment().reason()).contains("reset");
    }

    @Test
    void concludesNothingFromAnAlertThatIsNoRefusal() {
        int internalError = 80;
        EndpointFacts facts = EndpointFacts.of(run(
                probe -> probe.id().equals("pqc") ? refused(probe, internalError) : answer(probe, List.of(X25519))));
        assertThat(PqcVerdicts.of(facts).keyEstablishment().isUnknown()).isTrue();
    }

    @Test
    void offersEverySchemeInEveryProbe() {
        List<Observation> seen = run(probe -> answer(probe, List.of(X25519MLKEM768, X25519)));
        assertThat(seen).allSatisfy(it -> assertThat(it.offer().schemes()).isEqualTo(Offers.SCHEMES));
    }

    @Test
    void asksForTheNameInEveryProbe() {
        Probe probe = TlsPlan.next(ProbePlan.TRIAGE, List.of(), Optional.of("www.example.jp"))
                .orElseThrow();
        assertThat(probe.offer().serverName()).contains("www.example.jp");
    }

    /** As Dovecot and PostgreSQL do, which know no application protocol of a browser's. */
    @Test
    void asksLikeABrowserWithoutApplicationProtocolsWhereThoseAreRefused() {
        Observation wide =
                chose(TlsPlan.next(ProbePlan.FULL, List.of(), Optional.empty()).orElseThrow(), X25519, true);
        BrowserQuestion question = new BrowserQuestion();
        Probe first = question.next(EndpointFacts.of(List.of(wide))).orElseThrow();
        Observation refused = refused(first, 120);
        Probe second = question.next(EndpointFacts.of(List.of(wide, refused))).orElseThrow();
        assertThat(first.offer().alpn()).isNotEmpty();
        assertThat(second.offer()).isEqualTo(first.offer().withAlpn(List.of()));
        assertThat(second.shares()).isEqualTo(first.shares());

        EndpointFacts facts = EndpointFacts.of(List.of(wide, refused, chose(second, X25519MLKEM768, false)));
        assertThat(question.next(facts)).isEmpty();
        assertThat(PqcVerdicts.of(facts).negotiated().isSupported()).isTrue();
        assertThat(new ServerHabits(facts).largeHello().isSupported()).isTrue();
    }

    private static List<String> probes(Function<Probe, Observation> server) {
        return run(server).stream().map(Observation::probe).toList();
    }

    private static List<Observation> run(Function<Probe, Observation> server) {
        List<Observation> seen = new ArrayList<>();
        for (Optional<Probe> next = TlsPlan.next(ProbePlan.TRIAGE, seen, Optional.empty());
                next.isPresent();
                next = TlsPlan.next(ProbePlan.TRIAGE, seen, Optional.empty())) {
            seen.add(server.apply(next.get()));
        }
        return seen;
    }

    /** A TLS 1.3 server with these groups in its own order, which lists none. */
    private static Observation answer(Probe probe, List<Integer> groups) {
        if (!probe.offer().versions().contains(Tls.TLS13)) {
            return refused(probe, 70);
        }
        return groups.stream()
                .filter(probe.offer().groups()::contains)
                .findFirst()
                .map(it -> chose(probe, it, !probe.shares().contains(it)))
                .orElseGet(() -> refused(probe, 40));
    }

    private static Observation chose(Probe probe, int group, boolean retry) {
        ServerHello hello =
                new ServerHello(Tls.TLS13, 0x1301, OptionalInt.of(group), retry, Optional.empty(), Optional.empty());
        return observation(
                probe,
                new ServerAnswer(
                        Optional.of(hello),
                        retry ? List.of() : List.of(new byte[] {1}),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        retry ? OptionalInt.empty() : OptionalInt.of(0x0403),
                        retry ? Optional.empty() : Optional.of(false),
                        OptionalInt.empty(),
                        Optional.empty(),
                        true),
                Ending.ANSWERED);
    }

    private static Observation refused(Probe probe, int alert) {
        return observation(probe, nothing(OptionalInt.of(alert)), Ending.ANSWERED);
    }

    private static Observation broken(Probe probe, Ending ending) {
        return observation(probe, nothing(OptionalInt.empty()), ending);
    }

    private static ServerAnswer nothing(OptionalInt alert) {
        return new ServerAnswer(
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                alert,
                Optional.empty(),
                false);
    }

    private static Observation observation(Probe probe, ServerAnswer answer, Ending ending) {
        return new Observation(probe.id(), probe.offer(), answer, ending, "");
    }
}
