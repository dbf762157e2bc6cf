package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ObservedFact;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.exchange.ForeignFormat;
import dev.shirube.exchange.foreign.NmapFormat;
import dev.shirube.exchange.foreign.SslscanFormat;
import dev.shirube.standard.peer.Counterparts;
import dev.shirube.standard.peer.Running;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same server asked by us and by sslscan and nmap, whose results are imported: of what both decided they say the same. Needs
 * the Debian packages {@code sslscan} and {@code nmap}.
 */
@Tag("slow")
@Timeout(180)
class ImportedScannersTest {

    @BeforeAll
    static void needsThem() {
        for (String tool : List.of("sslscan", "nmap")) {
            Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin", tool)), "needs the Debian package " + tool);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nginx",
                "nginx-two-certificates",
                "nginx-old",
                "openssl-rsa-key-exchange",
                "openssl-p521",
                "gnutls",
                "bouncy-castle-hybrid",
                "bouncy-castle-ml-kem"
            })
    void saysTheSame(String counterpart) throws Exception {
        try (Running server = Counterparts.ofThisMachine().get(counterpart).start()) {
            String port = Integer.toString(server.port("tls"));
            Scanned ours = ours(Scheme.TLS, server.port("tls"));
            agrees(
                    ours,
                    imported(
                            new SslscanFormat(),
                            run("sslscan", "--xml=-", "--show-certificate", "--no-heartbleed", "127.0.0.1:" + port)));
            agrees(
                    ours,
                    imported(
                            new NmapFormat(),
                            run(
                                    "nmap",
                                    "-Pn",
                                    "-n",
                                    "-p",
                                    port,
                                    "--script",
                                    "+ssl-enum-ciphers,+ssl-cert",
                                    "-oX",
                                    "-",
                                    "127.0.0.1")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "openssh")
    void saysTheSameOfSsh(String counterpart) throws Exception {
        try (Running server = Counterparts.ofThisMachine().get(counterpart).start()) {
            String port = Integer.toString(server.port("ssh"));
            agrees(
                    ours(Scheme.SSH, server.port("ssh")),
                    imported(
                            new NmapFormat(),
                            run(
                                    "nmap",
                                    "-Pn",
                                    "-n",
                                    "-p",
                                    port,
                                    "--script",
                                    "+ssh2-enum-algos",
                                    "-oX",
                                    "-",
                                    "127.0.0.1")));
        }
    }

    /** No fact that both decided differs; a server that both could speak with has some; and nobody calls PQC absent unasked. */
    private static void agrees(Scanned scanned, Inventory theirs) {
        EndpointProfile ours = scanned.results().get(0).endpoints().get(0);
        if (theirs.endpoints().isEmpty()) {
            assertThat(theirs.diagnostics()).isNotEmpty(); // of a server that such a tool cannot see it says so
            return;
        }
        EndpointProfile told = theirs.endpoints().get(0).profile();
        assertThat(told.location()).isEqualTo(ours.location());
        for (ObservedFact fact : told.facts()) {
            ObservedFact own = ours.fact(fact.subject());
            if (fact.decided() && own.decided()) {
                assertThat(fact.state())
                        .as("%s: %s, ours %s", fact.subject(), fact.reason(), own.reason())
                        .isEqualTo(own.state());
            }
        }
        assertThat(ours.contradicts(told)).isFalse();
        Set<String> own = assets(scanned.results().stream().flatMap(it -> it.findings().stream()));
        Set<String> others = assets(theirs.findings().stream().map(it -> it.finding()));
        assertThat(own).containsAll(others);
    }

    /** Certificates by their digest: the same asset whoever saw it. */
    private static Set<String> assets(Stream<Finding> findings) {
        return findings.map(Finding::asset)
                .filter(CryptoAsset.Certificate.class::isInstance)
                .map(CryptoAsset::toString)
                .collect(Collectors.toSet());
    }

    private static Scanned ours(Scheme scheme, int port) throws Exception {
        EndpointTarget target =
                new EndpointTarget(scheme, "127.0.0.1", port, Optional.empty(), Optional.empty(), ProbePlan.DEEP);
        return Scanned.of(new EndpointListTarget(List.of(target), new Pace(1000, 1000)), Scanned.CONTEXT);
    }

    private static Inventory imported(ForeignFormat format, byte[] document) throws IOException {
        assertThat(format.recognises(Arrays.copyOf(document, Math.min(document.length, ForeignFormat.HEAD))))
                .isTrue();
        return format.read(new ByteArrayInputStream(document), "results.xml");
    }

    private static byte[] run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            byte[] bytes = out.readNBytes(4 << 20);
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as(Arrays.toString(command))
                    .isTrue();
            return bytes;
        } finally {
            process.destroyForcibly();
        }
    }
}
