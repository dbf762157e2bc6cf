package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Finding;
import dev.shirube.engine.ScanTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code openssl s_server} on loopback before the whole scanner; needs the Debian package {@code openssl}. */
@Tag("slow")
@Timeout(90)
class EndpointScanTest {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();

    @TempDir
    Path folder;

    @Test
    void aServerWithAnRsaCertificate() throws Exception {
        Scanned scanned = scan("rsa", "-newkey", "rsa:2048", "-sha256");
        assertThat(texts(scanned))
                .contains(
                        "endpoint-tls sign RSA-PSS-SHA-256",
                        "endpoint-tls key-agreement x25519",
                        "der cert RSA-2048 signed with RSA-PKCS1-1.5-SHA-256")
                .noneMatch(it -> it.contains("ECDSA"));
        assertThat(scanned.findings("der"))
                .extracting(Finding::asset)
                .hasAtLeastOneElementOfType(CryptoAsset.Certificate.class);
        covered(scanned);
    }

    @Test
    void aServerWithACertificateOnP256() throws Exception {
        Scanned scanned = scan("ec", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-sha256");
        assertThat(texts(scanned))
                .contains(
                        "endpoint-tls sign ECDSA-P-256-SHA-256",
                        "endpoint-tls key-agreement x25519",
                        "der cert EC-P-256 signed with ECDSA-SHA-256")
                .noneMatch(it -> it.contains("RSA-2048"));
        covered(scanned);
    }

    /** The certificate is decoded where all certificates are, and every input is accounted for by a detector. */
    private static void covered(Scanned scanned) {
        assertThat(scanned.results()).hasSize(1);
        assertThat(scanned.diagnostics()).isEmpty();
        assertThat(scanned.findings("der"))
                .isNotEmpty()
                .allMatch(it -> it.occurrence().location().endsWith("!chain/0"));
        var coverage = scanned.results().get(0).coverage();
        assertThat(coverage.inputs("endpoint-tls", Outcome.READ)).isOne();
        assertThat(coverage.inputs("der", Outcome.READ)).isOne();
        assertThat(coverage.rows().keySet())
                .noneMatch(it -> it.outcome() == Outcome.NOT_READ || it.outcome() == Outcome.FAILED);
    }

    private static List<String> texts(Scanned scanned) {
        return scanned.findings().stream()
                .map(it -> it.evidence().detector() + " " + it.function().id() + " " + text(it.asset()))
                .sorted()
                .toList();
    }

    private static String text(CryptoAsset asset) {
        String signature = asset instanceof CryptoAsset.Certificate certificate
                ? " signed with " + REGISTRY.displayName(certificate.signature())
                : "";
        return asset.algorithm().map(REGISTRY::displayName).orElse(asset.id()) + signature;
    }

    private Scanned scan(String name, String... key) throws Exception {
        List<String> request = new ArrayList<>(List.of("openssl", "req", "-x509", "-nodes", "-days", "2"));
        request.addAll(List.of(key));
        request.addAll(List.of("-subj", "/CN=" + name + ".test", "-keyout", name + ".key", "-out", name + ".pem"));
        Process made = start(request);
        assertThat(made.waitFor(30, TimeUnit.SECONDS) && made.exitValue() == 0)
                .as(Files.readString(folder.resolve("log")))
                .isTrue();
        int port = freePort();
        Process server = start(List.of(
                "openssl",
                "s_server",
                "-quiet",
                "-accept",
                "127.0.0.1:" + port,
                "-cert",
                name + ".pem",
                "-key",
                name + ".key"));
        try {
            waitFor(port, server);
            ScanTarget target = new ScanTarget.EndpointTarget(
                    ScanTarget.Scheme.TLS,
                    "127.0.0.1",
                    port,
                    Optional.empty(),
                    Optional.empty(),
                    ScanTarget.ProbePlan.TRIAGE);
            return Scanned.of(target, Scanned.CONTEXT);
        } finally {
            server.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private void waitFor(int port, Process server) throws IOException, InterruptedException {
        for (int i = 0; i < 100 && server.isAlive(); i++) {
            try {
                new Socket("127.0.0.1", port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IOException("openssl s_server did not start: " + Files.readString(folder.resolve("log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }
}
