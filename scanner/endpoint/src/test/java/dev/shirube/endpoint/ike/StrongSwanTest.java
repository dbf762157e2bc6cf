package dev.shirube.endpoint.ike;

import static dev.shirube.domain.EndpointProfile.PQC_SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.NOT_SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.DiagnosticCode;
import dev.shirube.endpoint.CourseRunner;
import dev.shirube.endpoint.Seen;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against strongSwan's charon on loopback; needs the packages {@code strongswan} and {@code strongswan-swanctl}. */
@Tag("slow")
@Timeout(120)
class StrongSwanTest {
    private static final Path CHARON = Path.of("/usr/lib/ipsec/charon");

    @TempDir
    static Path folder;

    @BeforeAll
    static void needsStrongSwan() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHARON) && Files.isExecutable(Path.of("/usr/sbin/swanctl")),
                "needs the Debian packages strongswan and strongswan-swanctl");
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "charon runs as root only");
    }

    @Test
    void aClassicalResponderIsKnownInTwoDatagrams() throws Exception {
        try (Charon charon = Charon.start("aes256-sha256-modp2048, aes256-sha384-ecp384")) {
            Seen seen = charon.look(ProbePlan.TRIAGE);
            assertThat(seen.probes()).containsExactly("sa-init", "additional");
            assertThat(seen.verdicts())
                    .containsExactly(NOT_SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED, UNKNOWN);
            assertThat(seen.supported("ke/")).containsExactly("MODP-2048");
            assertThat(seen.state("additional-ke/ml-kem-768")).isEqualTo(NOT_SUPPORTED);
            assertThat(seen.state("ke/ml-kem-768")).isEqualTo(NOT_SUPPORTED);
            assertThat(seen.state("ke/ECP-384"))
                    .as("not chosen, and not refused")
                    .isEqualTo(UNKNOWN);
            assertThat(seen.algorithms()).containsExactly("key-agreement algorithm:ffdh;parameter=modp2048");
            assertThat(seen.protocols()).hasSize(1);
            assertThat(seen.codes()).isEmpty();
        }
    }

    @Test
    void inFullEveryConfiguredGroupIsFoundByElimination() throws Exception {
        try (Charon charon =
                Charon.start("aes256-sha256-modp2048, aes256-sha384-ecp384, aes128gcm16-prfsha256-x25519")) {
            Seen seen = charon.look(ProbePlan.FULL);
            assertThat(seen.supported("ke/")).containsExactly("Curve25519", "ECP-384", "MODP-2048");
            assertThat(seen.state("ke/MODP-1024")).isEqualTo(NOT_SUPPORTED);
            assertThat(seen.state("ke/MODP-8192")).isEqualTo(NOT_SUPPORTED);
            assertThat(seen.probes()).hasSizeLessThanOrEqualTo(6);
            assertThat(seen.codes()).isEmpty();
        }
    }

    /** Charon wants a marker on every port but 500; the other tests have it. */
    @Test
    void port500HasNoMarker() throws Exception {
        Assumptions.assumeTrue(free(500), "needs the UDP port 500 of this machine");
        try (Charon charon = Charon.start(500, "aes256-sha256-modp2048")) {
            Seen seen = charon.look(ProbePlan.TRIAGE);
            assertThat(seen.state("version/IKEv2")).isEqualTo(SUPPORTED);
            assertThat(seen.supported("ke/")).containsExactly("MODP-2048");
        }
    }

    @Test
    void aCookieIsSentBackFromTheSamePort() throws Exception {
        try (Charon charon =
                Charon.start("aes256-sha256-modp2048", "cookie_threshold = 1\n  cookie_threshold_ip = 1")) {
            charon.halfOpen();
            Seen seen = charon.look(ProbePlan.TRIAGE);
            assertThat(seen.state("extension/COOKIE")).isEqualTo(SUPPORTED);
            assertThat(seen.supported("ke/")).containsExactly("MODP-2048");
            assertThat(seen.probes()).containsExactly("sa-init", "additional");
        }
    }

    /** Without a connection for our address charon refuses everything: that rules out nothing. */
    @Test
    void aResponderWithoutAConnectionForUsLeavesAllUnknown() throws Exception {
        try (Charon charon = Charon.start("")) {
            Seen seen = charon.look(ProbePlan.FULL);
            assertThat(seen.verdicts()).containsOnly(UNKNOWN);
            assertThat(seen.reason(PQC_SUPPORTED)).contains("NO_PROPOSAL_CHOSEN");
            assertThat(seen.state("version/IKEv2")).isEqualTo(SUPPORTED);
            assertThat(seen.codes()).containsExactly(DiagnosticCode.HOST_UNDECIDED);
        }
    }

    private static boolean free(int port) {
        try (DatagramSocket socket = new DatagramSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** One charon on free ports. */
    private record Charon(Process process, int port, Path log) implements AutoCloseable {
        static Charon start(String proposals, String... settings) throws IOException, InterruptedException {
            return start(freePort(), proposals, settings);
        }

        static Charon start(int port, String proposals, String... settings) throws IOException, InterruptedException {
            int natPort = freePort();
            Path here = Files.createDirectory(folder.resolve("charon-" + port));
            Path log = here.resolve("log");
            Path config = Files.writeString(
                    here.resolve("strongswan.conf"),
                    String.join(
                            "\n",
                            List.of(
                                    "charon {",
                                    "  port = " + port,
                                    "  port_nat_t = " + natPort,
                                    "  interfaces_use = lo",
                                    "  load = random nonce x509 pubkey pem pkcs1 pkcs8 openssl gmp aes sha1 sha2 hmac gcm kdf"
                                            + " kernel-netlink socket-default vici",
                                    "  install_routes = no",
                                    "  install_virtual_ip = no",
                                    "  plugins { vici { socket = unix://" + here.resolve("vici") + " } }",
                                    "  filelog { stderr { default = 1 } }",
                                    "  " + String.join("\n  ", settings),
                                    "}\n")));
            Process process = run(config, log, CHARON.toString());
            for (int i = 0; i < 200 && !Files.exists(here.resolve("vici")); i++) {
                Thread.sleep(25);
            }
            Charon charon = new Charon(process, port, log);
            if (!process.isAlive()) {
                throw new IOException("charon did not start: " + Files.readString(log));
            }
            if (!proposals.isEmpty()) {
                Path connections = Files.writeString(
                        here.resolve("swanctl.conf"),
                        "connections { peer { version = 2\n local_addrs = 127.0.0.1\n proposals = " + proposals
                                + "\n local { auth = psk }\n remote { auth = psk }\n"
                                + " children { net { esp_proposals = aes256-sha256 } } } }\n");
                Path said = here.resolve("swanctl.log");
                Process loader = run(
                        config,
                        said,
                        "swanctl",
                        "--load-conns",
                        "--uri",
                        "unix://" + here.resolve("vici"),
                        "--file",
                        connections.toString());
                if (!loader.waitFor(20, TimeUnit.SECONDS) || loader.exitValue() != 0) {
                    charon.close();
                    throw new IOException(Files.readString(said) + Files.readString(log));
                }
            }
            return charon;
        }

        private static Process run(Path config, Path log, String... command) throws IOException {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("STRONGSWAN_CONF", config.toString());
            return builder.start();
        }

        private static int freePort() throws IOException {
            try (DatagramSocket socket = new DatagramSocket(0)) {
                return socket.getLocalPort();
            }
        }

        /** Begins as many exchanges as it takes for charon to become careful. */
        void halfOpen() {
            for (int i = 0; i < 3; i++) {
                look(ProbePlan.TRIAGE);
            }
        }

        Seen look(ProbePlan plan) {
            return Seen.of(
                    new IkeTranscriptDetector(),
                    CourseRunner.run(
                            "ike://127.0.0.1:" + port,
                            new IkeCourse(plan, port, new SecureRandom()),
                            new InetSocketAddress("127.0.0.1", port),
                            3_000));
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
