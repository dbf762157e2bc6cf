package dev.shirube.endpoint.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.codec.Tls;
import dev.shirube.endpoint.transcript.Ending;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each question against servers that are nothing but their answers. */
class QuestionsTest {
    private static final String[] SUITES = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
        "TLS_RSA_WITH_AES_128_CBC_SHA",
        "TLS_ECDH_anon_WITH_AES_128_CBC_SHA"
    };

    private static Scripted server() {
        return Scripted.speaking(Tls.TLS13, Tls.TLS12)
                .suites(SUITES)
                .groups("X25519MLKEM768", "x25519", "secp256r1")
                .schemes("rsa_pss_rsae_sha256", "ecdsa_secp256r1_sha256", "ed25519", "mldsa65");
    }

    @Test
    void findsEveryWayToExchangeKeysByElimination() {
        EndpointFacts facts = EndpointFacts.of(server().run(ProbePlan.FULL));
        assertThat(facts.supportedKeyExchanges()).containsExactly("DHE_RSA", "ECDHE_RSA", "ECDH_anon", "RSA");
        assertThat(facts.keyExchange("DHE_DSS").isNotSupported()).isTrue();
        assertThat(facts.openKeyExchanges()).isEmpty();
        assertThat(facts.asked(OldQuestions.CLASSES))
                .as("three more and the refusal")
                .hasSize(4);
    }

    @Test
    void findsEveryFamilyOfCertificatesByElimination() {
        EndpointFacts facts = EndpointFacts.of(server().run(ProbePlan.FULL));
        assertThat(facts.supportedFamilies()).containsExactly("ECDSA", "EdDSA", "ML-DSA", "RSA");
        assertThat(facts.certificate("SLH-DSA").isNotSupported()).isTrue();
        assertThat(facts.certificate("composite").isNotSupported()).isTrue();
        assertThat(facts.asked(ChainQuestion.ID))
                .as("three more and the refusal")
                .hasSize(4);
        assertThat(PqcVerdicts.of(facts).authentication().isSupported()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0x0304, 0x0303, 0x0302, 0x0301, 0x0300", "0x0303, 0x0301, 0x0300, ,", "0x0300, , , ,", "0x0301, , , ,"
    })
    void findsEveryVersion(Integer a, Integer b, Integer c, Integer d, Integer e) {
        List<Integer> versions = java.util.stream.Stream.of(a, b, c, d, e)
                .filter(java.util.Objects::nonNull)
                .toList();
        Scripted server = Scripted.speaking(versions.toArray(Integer[]::new))
                .suites(SUITES)
                .groups("x25519")
                .schemes("rsa_pss_rsae_sha256");
        EndpointFacts facts = EndpointFacts.of(server.run(ProbePlan.FULL));
        assertThat(facts.supportedVersions()).isEqualTo(versions);
        for (int version : List.of(Tls.TLS13, Tls.TLS12, Tls.TLS11, Tls.TLS10, Tls.SSL30)) {
            assertThat(facts.version(version).isUnknown())
                    .as(Tls.protocolName(version))
                    .isFalse();
        }
    }

    /** The numbers of composite schemes mean others in each revision of their draft: neither a name nor a verdict. */
    @Test
    void namesNoCompositeSchemeAndCountsNone() {
        Scripted composite = Scripted.speaking(Tls.TLS13)
                .suites(SUITES)
                .groups("X25519MLKEM768", "x25519")
                .schemes("composite draft 0x0908");
        EndpointFacts facts = EndpointFacts.of(composite.run(ProbePlan.FULL));
        assertThat(facts.supportedFamilies()).containsExactly("composite");
        assertThat(facts.certificate("composite").reason()).isEqualTo("signs with composite draft 0x0908");
        assertThat(PqcVerdicts.of(facts).authentication().isNotSupported()).isTrue();
    }

    @Test
    void tellsWhoseOrderIsFollowed() {
        ServerHabits own = new ServerHabits(EndpointFacts.of(server().run(ProbePlan.FULL)));
        assertThat(own.groupOrder().isSupported()).isTrue();
        assertThat(own.suiteOrder().isSupported()).isTrue();
        ServerHabits clients =
                new ServerHabits(EndpointFacts.of(server().inClientOrder().run(ProbePlan.FULL)));
        assertThat(clients.groupOrder().isNotSupported()).isTrue();
        assertThat(clients.suiteOrder().isNotSupported()).isTrue();
    }

    @Test
    void findsEverySuiteUnderTheDeepPlanAndSaysThatTheRestIsRefused() {
        EndpointFacts facts = EndpointFacts.of(server().run(ProbePlan.DEEP));
        assertThat(facts.supportedSuites(Tls.TLS12))
                .extracting(CodePoints::suiteName)
                .containsExactlyInAnyOrder(java.util.Arrays.copyOfRange(SUITES, 1, SUITES.length));
        assertThat(new ServerHabits(facts).allSuites(Tls.TLS12).isSupported()).isTrue();
        assertThat(new ServerHabits(facts).allSuites(Tls.TLS13).isSupported()).isTrue();
    }

    /** Two tries with the large share fail, the same hello without it is answered between them. */
    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"RESET", "TIMED_OUT", "CLOSED"})
    void tellsAServerThatDoesNotBearALargeHello(Ending ending) {
        List<Observation> seen = Scripted.run(
                ProbePlan.FULL,
                probe -> probe.shares().contains(0x11EC) ? Scripted.broken(probe, ending) : server().answer(probe));
        assertThat(seen)
                .extracting(Observation::probe)
                .containsSubsequence("browser", "browser-small", "browser-again");
        EndpointFacts facts = EndpointFacts.of(seen);
        assertThat(new ServerHabits(facts).largeHello().isNotSupported()).isTrue();
        assertThat(PqcVerdicts.of(facts).negotiated().isUnknown()).isTrue();
        assertThat(PqcVerdicts.of(facts).keyEstablishment().isSupported()).isTrue();
    }

    @Test
    void takesOneLostConnectionForChance() {
        int[] count = {0};
        List<Observation> seen = Scripted.run(
                ProbePlan.FULL,
                probe -> probe.id().equals("browser") && count[0]++ == 0
                        ? Scripted.broken(probe, Ending.TIMED_OUT)
                        : server().answer(probe));
        EndpointFacts facts = EndpointFacts.of(seen);
        assertThat(new ServerHabits(facts).largeHello().isSupported()).isTrue();
        assertThat(PqcVerdicts.of(facts).negotiated().isSupported()).isTrue();
    }

    /** A deadline is no answer: the question goes on after the second try. */
    @Test
    void asksOnceMoreWhereADeadlinePassed() {
        List<Observation> seen = Scripted.run(
                ProbePlan.FULL,
                probe -> probe.id().equals("classes")
                        ? Scripted.broken(probe, Ending.TIMED_OUT)
                        : server().answer(probe));
        assertThat(seen).extracting(Observation::probe).containsOnlyOnce("classes-again");
        EndpointFacts facts = EndpointFacts.of(seen);
        assertThat(facts.keyExchange("DHE_RSA").isUnknown())
                .as("by elimination, and the next probe was lost")
                .isFalse();
        assertThat(facts.keyExchange("RSA").isUnknown()).isTrue();
        assertThat(facts.keyExchange("RSA").reason()).contains("5000 ms");
    }

    @Test
    void asksNoSilentVersionForMoreThanItTells() {
        List<Observation> seen = Scripted.run(
                ProbePlan.FULL,
                probe -> probe.id().startsWith("version-")
                        ? Scripted.broken(probe, Ending.RESET)
                        : server().answer(probe));
        EndpointFacts facts = EndpointFacts.of(seen);
        assertThat(facts.version(Tls.TLS11).isUnknown()).isTrue();
        assertThat(facts.openKeyExchanges())
                .as("a control says that the host still answers")
                .isEmpty();
        assertThat(seen).extracting(Observation::probe).contains("control");
    }

    @Test
    void doesNotTakeARefusedSuiteForARefusedGroup() {
        Scripted ccm = Scripted.speaking(Tls.TLS13)
                .suites("TLS_AES_128_CCM_SHA256")
                .groups("X25519MLKEM768", "x25519")
                .schemes("ed25519");
        EndpointFacts facts = EndpointFacts.of(ccm.run(ProbePlan.FULL));
        assertThat(facts.group(0x001D).isSupported())
                .as("asked for without a share")
                .isTrue();
        assertThat(facts.certificate("RSA").isUnknown()).isTrue();
        assertThat(PqcVerdicts.of(facts).authentication().isUnknown()).isTrue();
    }

    /** Whatever a server answers, and however it breaks off, a plan ends within its bound and claims nothing unseen. */
    @ParameterizedTest
    @EnumSource(ProbePlan.class)
    void endsWithinItsBoundWhateverIsAnswered(ProbePlan plan) {
        Random random = new Random(2035);
        for (int round = 0; round < (plan == ProbePlan.DEEP ? 20 : 200); round++) {
            int odds = 1 + random.nextInt(12);
            List<Observation> seen = Scripted.run(plan, probe -> switch (random.nextInt(odds)) {
                case 1 -> Scripted.broken(probe, Ending.values()[random.nextInt(Ending.values().length)]);
                case 2 -> Scripted.refused(probe, random.nextInt(120));
                default -> server().answer(probe);
            });
            assertThat(seen).hasSizeLessThanOrEqualTo(TlsPlan.mostConnections(plan));
            EndpointFacts facts = EndpointFacts.of(seen);
            assertThat(List.of(Tls.TLS13, Tls.TLS12)).containsAll(facts.supportedVersions());
            assertThat(List.of("DHE_RSA", "ECDHE_RSA", "ECDH_anon", "RSA")).containsAll(facts.supportedKeyExchanges());
            assertThat(List.of(0x11EC, 0x001D, 0x0017)).containsAll(facts.supportedGroups());
        }
    }
}
