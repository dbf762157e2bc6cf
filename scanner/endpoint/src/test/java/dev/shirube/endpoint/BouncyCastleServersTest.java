package dev.shirube.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.endpoint.probe.TlsPlan;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.examples.LoopbackTlsServer;
import dev.shirube.examples.TlsProfile;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class BouncyCastleServersTest {

    @Test
    void seesAClassicalServerWithItsRsaCertificate() throws Exception {
        Triage triage = triage(TlsProfile.CLASSICAL_RSA, 4);
        assertThat(triage.algorithms())
                .containsExactly(
                        "key-agreement algorithm:ecdh;curve=nist/P-256",
                        "key-agreement algorithm:xdh;curve=other/Curve25519",
                        "sign algorithm:rsassa-pss;digest=SHA-256");
        assertThat(triage.protocols())
                .extracting(it -> it.version().orElseThrow())
                .containsExactly("1.3", "1.2");
        assertThat(triage.protocols().get(1).cipherSuites()).containsExactly("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        assertThat(triage.verdicts())
                .contains(
                        "pqc/key-establishment=not-supported",
                        "pqc/preferred=not-supported",
                        "pqc/only=not-supported",
                        "pqc/authentication=not-supported",
                        "client-certificate=not-supported");
        assertThat(subject(triage)).endsWith("CN=rsa-2048.demo.test");
    }

    @Test
    void isCertainOfWhatWasNegotiatedAndOnlyThinksLikelyWhatIsListed() throws Exception {
        try (LoopbackTlsServer server =
                LoopbackTlsServer.start(TlsProfile.HYBRID, 0, new int[] {0x11EC, 0x001D, 0x0018})) {
            assertThat(Triage.of(server.port()).detection().findings())
                    .filteredOn(it -> it.evidence().row().startsWith("tls-group"))
                    .extracting(
                            it -> it.occurrence().symbol() + " " + it.evidence().row() + " " + it.confidence())
                    .containsExactlyInAnyOrder(
                            "x25519 tls-group CERTAIN",
                            "secp384r1 tls-group-listed LIKELY",
                            "X25519MLKEM768 tls-group CERTAIN");
        }
    }

    @Test
    void seesThatAHybridServerIsSafeForKeyEstablishmentAndPrefersIt() throws Exception {
        Triage triage = triage(TlsProfile.HYBRID, 4);
        assertThat(triage.algorithms())
                .containsExactly(
                        "kem algorithm:hybrid-groups;parameter=X25519MLKEM768",
                        "key-agreement algorithm:xdh;curve=other/Curve25519",
                        "sign algorithm:ecdsa;curve=nist/P-256;digest=SHA-256");
        Algorithm hybrid = Algorithm.Known.of("hybrid-groups").withParameterSet("X25519MLKEM768");
        assertThat(AlgorithmRegistry.standard().threat(hybrid)).isEqualTo(QuantumThreat.SAFE);
        assertThat(triage.verdicts())
                .contains(
                        "pqc/key-establishment=supported",
                        "pqc/preferred=supported",
                        "pqc/only=not-supported",
                        "pqc/authentication=not-supported",
                        "client-certificate=not-supported");
    }

    @Test
    void isRightAboutAServerThatSpeaksNothingClassical() throws Exception {
        Triage triage = triage(TlsProfile.PQC_ONLY, 5);
        assertThat(triage.algorithms())
                .containsExactly("kem algorithm:ml-kem;parameter=768", "sign algorithm:ml-dsa;parameter=65");
        assertThat(triage.verdicts())
                .contains(
                        "pqc/key-establishment=supported",
                        "pqc/preferred=supported",
                        "pqc/only=supported",
                        "pqc/authentication=supported");
        assertThat(subject(triage)).endsWith("CN=mldsa-65.demo.test");
    }

    /** Each group is the server's only one, so that its chain can be had in that group alone. */
    @ParameterizedTest
    @CsvSource({
        "0x0017, key-agreement algorithm:ecdh;curve=nist/P-256",
        "0x0018, key-agreement algorithm:ecdh;curve=nist/P-384",
        "0x001D, key-agreement algorithm:xdh;curve=other/Curve25519",
        "0x0200, kem algorithm:ml-kem;parameter=512",
        "0x0202, kem algorithm:ml-kem;parameter=1024",
        "0x11EB, kem algorithm:hybrid-groups;parameter=SecP256r1MLKEM768",
        "0x11EC, kem algorithm:hybrid-groups;parameter=X25519MLKEM768",
        "0x11ED, kem algorithm:hybrid-groups;parameter=SecP384r1MLKEM1024"
    })
    void readsTheChainOfAServerWithOneGroupOnly(int group, String expected) throws Exception {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(TlsProfile.HYBRID, 0, new int[] {group})) {
            Triage triage = Triage.of(server.port());
            assertThat(triage.algorithms())
                    .containsExactlyInAnyOrder(expected, "sign algorithm:ecdsa;curve=nist/P-256;digest=SHA-256");
            assertThat(subject(triage)).endsWith("CN=ec-p256.demo.test");
            assertThat(server.connections()).isLessThanOrEqualTo(TlsPlan.mostConnections(ProbePlan.TRIAGE));
        }
    }

    /** A curve that we have no share for is still seen; only the chain behind it stays unknown. */
    @Test
    void saysThatTheChainIsUnknownWhereNoShareCanBeMade() throws Exception {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(TlsProfile.HYBRID, 0, new int[] {0x001E})) {
            Triage triage = Triage.of(server.port());
            assertThat(triage.algorithms()).containsExactly("key-agreement algorithm:xdh;curve=other/Curve448");
            assertThat(triage.detection().derived()).isEmpty();
            assertThat(triage.detection().diagnostics())
                    .extracting(it -> it.arguments().get(0))
                    .containsExactlyInAnyOrder("post-quantum authentication", "certificate chain");
        }
    }

    @ParameterizedTest
    @EnumSource(TlsProfile.class)
    void findsTheSameTwiceAlthoughTheTranscriptsDiffer(TlsProfile profile) throws Exception {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(profile)) {
            Triage first = Triage.of(server.port());
            Triage second = Triage.of(server.port());
            assertThat(first.transcript().bytes())
                    .isNotEqualTo(second.transcript().bytes());
            assertThat(first.detection().findings())
                    .isEqualTo(second.detection().findings());
            assertThat(first.detection().diagnostics())
                    .isEqualTo(second.detection().diagnostics());
            assertThat(first.derivedLocations()).isEqualTo(second.derivedLocations());
            assertThat(first.detection().derived().get(0).bytes())
                    .isEqualTo(second.detection().derived().get(0).bytes());
        }
    }

    @ParameterizedTest
    @EnumSource(TlsProfile.class)
    void namesOnlyAlgorithmsOfTheRegistryAndTheEndpointItself(TlsProfile profile) throws Exception {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(profile)) {
            for (Finding finding : Triage.of(server.port()).detection().findings()) {
                assertThat(finding.occurrence().location()).isEqualTo(server.target());
                assertThat(finding.evidence().inputDigest()).isEmpty();
                if (finding.asset() instanceof CryptoAsset.AlgorithmAsset asset) {
                    assertThat(AlgorithmRegistry.standard().threat(asset.value()))
                            .as(asset.id())
                            .isNotEqualTo(QuantumThreat.UNKNOWN);
                }
            }
        }
    }

    /** Everything that the full plan tells of a server that signs with the one key it has, whatever was offered. */
    @Test
    void tellsUnderTheFullPlanWhatWasRefusedAndWhatStayedOpen() throws Exception {
        Triage full = full(TlsProfile.HYBRID, 6);
        assertThat(full.profile().plan()).isEqualTo("full");
        assertThat(full.supported("version/")).containsExactly("TLS 1.3");
        assertThat(full.supported("group/")).containsExactly("X25519MLKEM768", "x25519");
        assertThat(full.supported("certificate/")).containsExactly("ECDSA");
        assertThat(full.supported("pqc/"))
                .containsExactly("key-establishment", "negotiated-by-browser-hello", "preferred");
        assertThat(full.verdicts())
                .contains(
                        "large-hello=supported",
                        "group-order=supported",
                        "suite-order=unknown",
                        "certificate/RSA=unknown",
                        "key-exchange/RSA=not-supported",
                        "version/SSLv3=not-supported");
    }

    @ParameterizedTest
    @CsvSource({"CLASSICAL_RSA, 9", "CLASSICAL_EC, 9", "PQC_ONLY, 8"})
    void needsFewConnectionsUnderTheFullPlanToo(TlsProfile profile, int connections) throws Exception {
        Triage full = full(profile, connections);
        assertThat(full.supported("pqc/negotiated")).isEmpty();
        boolean pqc = profile == TlsProfile.PQC_ONLY;
        assertThat(full.supported("key-exchange/"))
                .isEqualTo(
                        pqc ? List.of() : List.of(profile == TlsProfile.CLASSICAL_RSA ? "ECDHE_RSA" : "ECDHE_ECDSA"));
        assertThat(full.supported("pqc/").contains("only")).isEqualTo(pqc);
    }

    private static Triage full(TlsProfile profile, int connections) throws Exception {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(profile)) {
            Triage full = Triage.of(server.port(), Budgets.LOOPBACK, ProbePlan.FULL);
            assertThat(server.connections()).isEqualTo(connections);
            return full;
        }
    }

    private static Triage triage(TlsProfile profile, int connections) throws Exception {
        try (LoopbackTlsServer server = LoopbackTlsServer.start(profile)) {
            Triage triage = Triage.of(server.port());
            assertThat(server.connections()).isEqualTo(connections);
            assertThat(triage.detection().diagnostics()).isEmpty();
            assertThat(triage.derivedLocations())
                    .containsExactly(server.target() + "!chain/0", server.target() + "!chain/1");
            return triage;
        }
    }

    private static String subject(Triage triage) throws Exception {
        byte[] der = triage.detection().derived().get(0).bytes();
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        return certificate.getSubjectX500Principal().toString();
    }
}
