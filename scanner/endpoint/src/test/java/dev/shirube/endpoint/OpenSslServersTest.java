package dev.shirube.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.probe.TlsPlan;
import dev.shirube.endpoint.transport.Budgets;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against {@code openssl s_server} on loopback; needs the Debian package {@code openssl}. */
@Tag("slow")
@Timeout(60)
class OpenSslServersTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void makeCertificates() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/openssl")),
                "needs the Debian package openssl (apt install openssl)");
        certificate("rsa", "-newkey", "rsa:2048");
        certificate("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
    }

    @Test
    void rsaCertificate() throws Exception {
        Triage triage = triage("rsa");
        assertThat(triage.algorithms())
                .contains(
                        "key-agreement algorithm:xdh;curve=other/Curve25519",
                        "key-agreement algorithm:ecdh;curve=nist/P-256",
                        "key-agreement algorithm:ffdh;parameter=ffdhe2048",
                        "sign algorithm:rsassa-pss;digest=SHA-256");
        assertThat(triage.protocols())
                .extracting(it -> it.version().orElseThrow())
                .containsExactly("1.3", "1.2");
        assertThat(triage.verdicts())
                .contains("pqc/key-establishment=not-supported", "pqc/authentication=not-supported");
        assertThat(triage.detection().derived()).hasSize(1);
        assertThat(triage.detection().derived().get(0).bytes()).isEqualTo(der("rsa"));
    }

    @Test
    void ecCertificate() throws Exception {
        Triage triage = triage("ec");
        assertThat(triage.algorithms()).contains("sign algorithm:ecdsa;curve=nist/P-256;digest=SHA-256");
        assertThat(triage.detection().derived().get(0).bytes()).isEqualTo(der("ec"));
        assertThat(triage.detection().diagnostics()).isEmpty();
    }

    @Test
    void tls12Only() throws Exception {
        Triage triage = triage("rsa", "-tls1_2");
        assertThat(triage.protocols())
                .extracting(it -> it.version().orElseThrow())
                .containsExactly("1.2");
        assertThat(triage.protocols().get(0).cipherSuites()).containsExactly("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
        assertThat(triage.algorithms())
                .contains(
                        "key-agreement algorithm:xdh;curve=other/Curve25519",
                        "sign algorithm:rsassa-pss;digest=SHA-256");
        assertThat(triage.detection().diagnostics()).isEmpty();
        assertThat(triage.detection().derived().get(0).bytes()).isEqualTo(der("rsa"));
    }

    @Test
    void tls12WithRsaKeyTransportAlone() throws Exception {
        Triage triage = triage("rsa", "-tls1_2", "-cipher", "AES128-SHA256");
        assertThat(triage.algorithms()).containsExactly("key-agreement algorithm:rsaes-pkcs1v15");
    }

    @Test
    void tls12WithFiniteFieldsAlone() throws Exception {
        Triage triage = triage("rsa", "-tls1_2", "-cipher", "DHE-RSA-AES128-GCM-SHA256");
        assertThat(triage.algorithms())
                .anyMatch(it -> it.startsWith("key-agreement algorithm:ffdh;parameter="))
                .contains("sign algorithm:rsassa-pss;digest=SHA-256");
    }

    @Test
    void tls13Only() throws Exception {
        Triage triage = triage("ec", "-tls1_3");
        assertThat(triage.protocols())
                .extracting(it -> it.version().orElseThrow())
                .containsExactly("1.3");
        assertThat(triage.detection().diagnostics()).isEmpty();
    }

    @Test
    void tls13WithOneCurveThatIsNoFirstGuess() throws Exception {
        Triage triage = triage("ec", "-tls1_3", "-groups", "P-384");
        assertThat(triage.algorithms())
                .containsExactly(
                        "key-agreement algorithm:ecdh;curve=nist/P-384",
                        "sign algorithm:ecdsa;curve=nist/P-256;digest=SHA-256");
        assertThat(triage.detection().derived()).hasSize(1);
    }

    @Test
    void tls13WithChaCha20AndAClientCertificateRequest() throws Exception {
        Triage triage = triage("ec", "-tls1_3", "-ciphersuites", "TLS_CHACHA20_POLY1305_SHA256", "-Verify", "1");
        assertThat(triage.verdicts()).contains("client-certificate=supported");
        assertThat(triage.detection().derived()).hasSize(1);
    }

    @Test
    void tls13WithAes256() throws Exception {
        Triage triage = triage("rsa", "-tls1_3", "-ciphersuites", "TLS_AES_256_GCM_SHA384");
        assertThat(triage.detection().derived().get(0).bytes()).isEqualTo(der("rsa"));
    }

    /** RSA and P-256 behind one port: both chains, in TLS 1.3 and before it. */
    @Test
    void fullPlanWithTwoCertificates() throws Exception {
        Triage full = ask(ProbePlan.FULL, "rsa", "-dcert", "ec.pem", "-dkey", "ec.key", "-no_dhe");
        assertThat(full.supported("certificate/")).containsExactly("ECDSA", "RSA");
        assertThat(full.supported("key-exchange/")).containsExactly("ECDHE_ECDSA", "ECDHE_RSA", "RSA");
        assertThat(full.supported("version/")).containsExactly("TLS 1.2", "TLS 1.3");
        assertThat(full.verdicts())
                .contains(
                        "certificate/EdDSA=not-supported",
                        "key-exchange/DHE_RSA=not-supported",
                        "large-hello=supported");
        assertThat(full.detection().derived()).hasSize(2);
        assertThat(full.detection().diagnostics()).isEmpty();
        assertThat(full.probes()).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void fullPlanDownToTls10WithoutAuthenticationAndWithDhe() throws Exception {
        Triage full = ask(ProbePlan.FULL, "rsa", "-cipher", "ALL:@SECLEVEL=0");
        assertThat(full.supported("version/")).containsExactly("TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3");
        assertThat(full.supported("key-exchange/"))
                .containsExactly("DHE_RSA", "DH_anon", "ECDHE_RSA", "ECDH_anon", "RSA");
        assertThat(full.profile().fact("key-exchange/DHE_RSA").reason()).contains("a prime of 2048 bits");
        assertThat(full.algorithms())
                .contains(
                        "sign algorithm:rsassa-pkcs1v15;digest=MD5-SHA-1",
                        "key-agreement algorithm:ffdh;parameter=2048");
        assertThat(full.detection().diagnostics()).isEmpty();
        assertThat(full.probes()).hasSizeLessThanOrEqualTo(22);
    }

    @Test
    void fullPlanOfTls12AloneTellsItsCurves() throws Exception {
        Triage full = ask(ProbePlan.FULL, "rsa", "-tls1_2", "-groups", "P-384:P-256");
        assertThat(full.supported("group/")).containsExactly("secp256r1", "secp384r1");
        assertThat(full.verdicts()).contains("group/x25519=not-supported", "pqc/only=not-supported");
    }

    @Test
    void fullPlanTellsTheServersOrderOfSuites() throws Exception {
        assertThat(ask(ProbePlan.FULL, "rsa", "-serverpref").supported("suite-order"))
                .hasSize(1);
        assertThat(ask(ProbePlan.FULL, "rsa").verdicts()).contains("suite-order=not-supported");
    }

    /** What openssl itself lists for a server that takes one cipher and no more. */
    @Test
    void deepPlanFindsExactlyTheSuitesThatWereSet() throws Exception {
        Triage deep = ask(
                ProbePlan.DEEP,
                "rsa",
                "-cipher",
                "ECDHE-RSA-AES256-GCM-SHA384:AES128-SHA",
                "-ciphersuites",
                "TLS_AES_128_GCM_SHA256:TLS_AES_128_CCM_8_SHA256");
        assertThat(deep.supported("suite/TLS 1.2/"))
                .containsExactly("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA");
        assertThat(deep.supported("suite/TLS 1.3/"))
                .containsExactly("TLS_AES_128_CCM_8_SHA256", "TLS_AES_128_GCM_SHA256");
        assertThat(deep.verdicts())
                .contains("suites/TLS 1.2=supported", "suites/TLS 1.3=supported", "version/SSLv2=not-supported");
        assertThat(deep.profile().plan()).isEqualTo("deep");
    }

    private static Triage triage(String certificate, String... options) throws IOException, InterruptedException {
        return ask(ProbePlan.TRIAGE, certificate, options);
    }

    private static Triage ask(ProbePlan plan, String certificate, String... options)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "s_server",
                "-quiet",
                "-accept",
                "127.0.0.1:" + port,
                "-cert",
                certificate + ".pem",
                "-key"));
        command.add(certificate + ".key");
        command.addAll(List.of(options));
        Process server = start(command);
        try {
            waitFor(port, server);
            Triage triage = Triage.of(port, Budgets.LOOPBACK, plan);
            long connections = new String(triage.transcript().bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> it.startsWith("probe "))
                    .count();
            assertThat(connections).isLessThanOrEqualTo(TlsPlan.mostConnections(plan));
            return triage;
        } finally {
            server.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static void waitFor(int port, Process server) throws IOException, InterruptedException {
        for (int i = 0; i < 100 && server.isAlive(); i++) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new IOException("openssl s_server did not start: " + Files.readString(folder.resolve("log")));
    }

    private static void certificate(String name, String... key) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-days", "2"));
        command.addAll(List.of(key));
        command.addAll(List.of("-subj", "/CN=" + name + ".test", "-keyout", name + ".key", "-out", name + ".pem"));
        Process process = start(command);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("openssl req failed: " + Files.readString(folder.resolve("log")));
        }
    }

    private static byte[] der(String name) throws IOException {
        String pem = Files.readString(folder.resolve(name + ".pem"));
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
