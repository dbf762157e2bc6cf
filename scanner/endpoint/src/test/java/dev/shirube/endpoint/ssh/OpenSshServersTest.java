package dev.shirube.endpoint.ssh;

import static dev.shirube.domain.EndpointProfile.PQC_NEGOTIATED;
import static dev.shirube.domain.EndpointProfile.PQC_PREFERRED;
import static dev.shirube.domain.ObservedFact.State.NOT_SUPPORTED;
import static dev.shirube.domain.ObservedFact.State.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.CourseRunner;
import dev.shirube.endpoint.Seen;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanTarget.ProbePlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against {@code sshd} on loopback, and against what OpenSSH's own tools say; needs the package {@code openssh-server}. */
@Tag("slow")
@Timeout(120)
class OpenSshServersTest {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeKeys() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(SSHD) && Files.isExecutable(Path.of("/usr/bin/ssh-keyscan")),
                "needs the Debian packages openssh-server and openssh-client");
        Files.createDirectories(Path.of("/run/sshd")); // where sshd puts those who have not logged in
        key("rsa", "rsa", "-b", "3072");
        key("ecdsa", "ecdsa", "-b", "384");
        key("ed25519", "ed25519");
        key("rsa1024", "rsa", "-b", "1024");
    }

    @Test
    void aTriageIsOneConnectionAndKnowsAllThatIsOffered() throws Exception {
        try (Server server = Server.start("rsa", "ecdsa", "ed25519")) {
            Seen seen = server.look(ProbePlan.TRIAGE);
            assertThat(seen.probes()).containsExactly("kexinit");
            assertThat(seen.supported("kex/")).isEqualTo(set(server.proposal("KEX algorithms")));
            assertThat(seen.supported("host-key/")).isEqualTo(set(server.proposal("host key algorithms")));
            assertThat(seen.protocols()).hasSize(1);
            assertThat(seen.protocols().get(0).groups()).containsExactlyElementsOf(server.proposal("KEX algorithms"));
            assertThat(seen.protocols().get(0).cipherSuites())
                    .containsSubsequence(server.proposal("ciphers stoc"))
                    .containsSubsequence(server.proposal("MACs stoc"));
            assertThat(seen.verdicts())
                    .containsExactly(SUPPORTED, NOT_SUPPORTED, SUPPORTED, NOT_SUPPORTED, NOT_SUPPORTED);
            assertThat(seen.reason(PQC_NEGOTIATED)).contains("sntrup761x25519-sha512");
            assertThat(seen.reason(PQC_PREFERRED)).contains("RFC 4253 section 7.1");
            assertThat(seen.supported("host-key-shown/")).containsExactly("ssh-ed25519");
            assertThat(seen.codes()).isEmpty();
            assertThat(seen.state("kex/mlkem768x25519-sha256")).isEqualTo(NOT_SUPPORTED);
            assertThat(seen.state("version/SSH 1")).isEqualTo(NOT_SUPPORTED);
        }
    }

    @Test
    void inFullItSeesEveryHostKeyWithItsRealSizeAsSshKeygenDoes() throws Exception {
        try (Server server = Server.start("rsa", "ecdsa", "ed25519")) {
            Seen seen = server.look(ProbePlan.FULL);
            assertThat(seen.probes()).containsExactly("kexinit", "host-key/ssh-rsa", "host-key/ecdsa-sha2-nistp384");
            assertThat(seen.reason("host-key-shown/ssh-rsa"))
                    .startsWith(fingerprint("rsa") + ", signs with rsa-sha2-512");
            assertThat(seen.reason("host-key-shown/ecdsa-sha2-nistp384")).startsWith(fingerprint("ecdsa"));
            assertThat(seen.reason("host-key-shown/ssh-ed25519")).startsWith(fingerprint("ed25519"));
            assertThat(seen.state("group-exchange/1024-2048-8192")).isEqualTo(SUPPORTED);
            assertThat(seen.reason("group-exchange/1024-2048-8192")).isEqualTo("2048 bits");
            TreeSet<String> lines = new TreeSet<>();
            for (Detection.DerivedInput it : seen.detection().derived()) {
                assertThat(it.location()).contains("!hostkey/");
                lines.add(new String(it.bytes(), StandardCharsets.US_ASCII).trim());
            }
            assertThat(lines).isEqualTo(server.keyscan());
        }
    }

    @Test
    void inDepthItAsksForTheSmallestGroupAndAWeakKeyIsSeenAsWeak() throws Exception {
        try (Server server = Server.start("rsa1024", "RequiredRSASize 1024")) {
            Seen seen = server.look(ProbePlan.DEEP);
            assertThat(seen.probes())
                    .containsExactly("kexinit", "group-exchange/1024-2048-8192", "group-exchange/1024-1024-8192");
            assertThat(seen.reason("host-key-shown/ssh-rsa")).startsWith("1024 bits SHA256:");
            assertThat(seen.reason("group-exchange/1024-1024-8192")).isEqualTo("2048 bits");
        }
    }

    /** Of each kind of method that this program takes part in, alone: the reply with the host key comes. */
    @Test
    void everyMethodThatIsOfferedAloneStillShowsTheHostKey() throws Exception {
        try (Server all = Server.start("ed25519")) {
            for (String method : all.proposal("KEX algorithms")) {
                try (Server server = Server.start("ed25519", "KexAlgorithms " + method)) {
                    Seen seen = server.look(ProbePlan.TRIAGE);
                    assertThat(seen.supported("kex/")).containsExactly(method);
                    assertThat(seen.supported("host-key-shown/")).as(method).containsExactly("ssh-ed25519");
                    assertThat(seen.codes()).as(method).isEmpty();
                    boolean pqc = method.startsWith("sntrup") || method.startsWith("mlkem");
                    assertThat(seen.verdicts().get(3)).isEqualTo(pqc ? SUPPORTED : NOT_SUPPORTED);
                    assertThat(seen.verdicts().get(1)).isEqualTo(pqc ? SUPPORTED : NOT_SUPPORTED);
                }
            }
        }
    }

    @Test
    void aServerWithTooManyConnectionsIsToldApartFromOneWithoutAlgorithms() throws Exception {
        try (Server server = Server.start("ed25519", "MaxStartups 1:100:1");
                Socket first = new Socket("127.0.0.1", server.port)) {
            first.setSoTimeout(5_000);
            assertThat(first.getInputStream().read()).isEqualTo('S');
            Seen seen = server.look(ProbePlan.FULL);
            assertThat(seen.verdicts()).containsOnly(dev.shirube.domain.ObservedFact.State.UNKNOWN);
            assertThat(seen.reason(PQC_NEGOTIATED)).contains("MaxStartups");
            assertThat(seen.supported("")).isEmpty();
        }
    }

    private static TreeSet<String> set(List<String> names) {
        return new TreeSet<>(names);
    }

    private static void key(String name, String type, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-C", "", "-t", type));
        command.addAll(List.of(options));
        command.addAll(List.of("-f", name));
        output(command);
    }

    /** {@code 3072 bits SHA256:…} after {@code ssh-keygen -l}. */
    private static String fingerprint(String name) throws IOException, InterruptedException {
        String[] words =
                output(List.of("ssh-keygen", "-l", "-f", name + ".pub")).split(" ");
        return words[0] + " bits " + words[1];
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "out", "");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("too slow: " + command);
        }
        return Files.readString(log);
    }

    /** One sshd with some host keys on a free port. */
    private record Server(Process process, int port, Path log) implements AutoCloseable {
        static Server start(String... keysAndSettings) throws IOException, InterruptedException {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            String settings = Stream.of(keysAndSettings)
                    .map(it -> it.contains(" ") ? it : "HostKey " + folder.resolve(it))
                    .collect(Collectors.joining("\n"));
            Path config = Files.writeString(
                    folder.resolve("sshd-" + port),
                    "Port " + port + "\nListenAddress 127.0.0.1\nPidFile none\nUsePAM no\n" + settings + "\n");
            Path log = folder.resolve("log-" + port);
            Process process = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            for (int i = 0; i < 200 && process.isAlive(); i++) {
                if (Files.readString(log).contains("listening on 127.0.0.1")) {
                    return new Server(process, port, log);
                }
                Thread.sleep(25);
            }
            process.destroyForcibly();
            throw new IOException("sshd did not start: " + Files.readString(log));
        }

        Seen look(ProbePlan plan) {
            return Seen.of(
                    new SshTranscriptDetector(),
                    CourseRunner.run(
                            "ssh://127.0.0.1:" + port,
                            new SshCourse(plan, new SecureRandom()),
                            new InetSocketAddress("127.0.0.1", port),
                            8_000));
        }

        /** What {@code ssh -vv} says that the server proposes. */
        List<String> proposal(String what) throws IOException, InterruptedException {
            String text = output(List.of(
                    "ssh",
                    "-vv",
                    "-F",
                    "none",
                    "-o",
                    "BatchMode=yes",
                    "-o",
                    "UserKnownHostsFile=/dev/null",
                    "-o",
                    "StrictHostKeyChecking=yes",
                    "-p",
                    Integer.toString(port),
                    "127.0.0.1"));
            String server = text.substring(text.indexOf("peer server KEXINIT proposal"));
            String line = server.lines()
                    .filter(it -> it.contains(what + ": "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(text));
            return Arrays.stream(line.substring(line.indexOf(what) + what.length() + 2)
                            .trim()
                            .split(","))
                    .filter(it -> !it.startsWith("kex-strict") && !it.startsWith("ext-info"))
                    .toList();
        }

        /** {@code type AAAA…} of every key that {@code ssh-keyscan} finds. */
        TreeSet<String> keyscan() throws IOException, InterruptedException {
            TreeSet<String> keys = new TreeSet<>();
            output(List.of("ssh-keyscan", "-p", Integer.toString(port), "127.0.0.1"))
                    .lines()
                    .filter(it -> !it.startsWith("#"))
                    .forEach(it -> keys.add(it.substring(it.indexOf(' ') + 1)));
            return keys;
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
