package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AlgorithmRegistry.CodePoint;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.ObservedFact;
import dev.shirube.engine.ScanTarget.EndpointListTarget;
import dev.shirube.engine.ScanTarget.EndpointTarget;
import dev.shirube.engine.ScanTarget.Pace;
import dev.shirube.engine.ScanTarget.ProbePlan;
import dev.shirube.engine.ScanTarget.Scheme;
import dev.shirube.standard.peer.Counterparts;
import dev.shirube.standard.peer.Running;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What sslscan and nmap say of a server, we say too; and of suites nothing else. Needs the Debian packages {@code sslscan}
 * and {@code nmap}.
 */
@Tag("slow")
@Timeout(180)
class OtherScannersTest {
    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final Pattern VERSION =
            Pattern.compile("<protocol type=\"tls\" version=\"(1\\.[0-3])\" enabled=\"1\"");
    private static final Pattern SUITE =
            Pattern.compile("<cipher status=\"\\w+\" sslversion=\"TLSv1.[0-2]\".* id=\"0x(\\w+)\"");
    private static final Pattern GROUP = Pattern.compile("<group sslversion=\"TLSv1.3\".* id=\"0x(\\w+)\"");
    private static final Pattern NMAP_TABLE =
            Pattern.compile("<table key=\"(TLSv1\\.[0-3])\">(.*?)(?=<table key=\"TLSv|</script>)", Pattern.DOTALL);
    private static final Pattern NMAP_SUITE = Pattern.compile("<elem key=\"name\">(TLS_\\w+_WITH_\\w+)</elem>");

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
                "openssl-anonymous",
                "gnutls",
                "node"
            })
    void agree(String counterpart) throws Exception {
        try (Running server = Counterparts.ofThisMachine().get(counterpart).start()) {
            String port = Integer.toString(server.port("tls"));
            EndpointProfile ours = deep(server.port("tls"));
            String sslscan = run("sslscan", "--xml=-", "--no-heartbleed", "127.0.0.1:" + port);
            String nmap =
                    run("nmap", "-Pn", "-n", "-p", port, "--script", "+ssl-enum-ciphers", "-oX", "-", "127.0.0.1");

            assertThat(supported(ours, "version/TLS ")).isEqualTo(all(VERSION, sslscan, it -> it.group(1)));
            assertThat(supported(ours, "version/"))
                    .containsAll(all(NMAP_TABLE, nmap, it -> it.group(1).replace("v", " ")));
            assertThat(supported(ours, "group/"))
                    .containsAll(all(GROUP, sslscan, it -> name(REGISTRY.tlsGroup(code(it)), it)));
            TreeSet<String> suites = all(SUITE, sslscan, it -> name(REGISTRY.tlsCipherSuite(code(it)), it));
            suites.addAll(all(NMAP_SUITE, nmap, it -> it.group(1)));
            assertThat(oldSuites(ours)).isEqualTo(suites);
        }
    }

    private static EndpointProfile deep(int port) throws Exception {
        EndpointTarget target =
                new EndpointTarget(Scheme.TLS, "127.0.0.1", port, Optional.empty(), Optional.empty(), ProbePlan.DEEP);
        Scanned scanned = Scanned.of(new EndpointListTarget(List.of(target), new Pace(1000, 1000)), Scanned.CONTEXT);
        return scanned.results().get(0).endpoints().get(0);
    }

    private static TreeSet<String> supported(EndpointProfile profile, String prefix) {
        TreeSet<String> names = new TreeSet<>();
        for (ObservedFact fact : profile.facts()) {
            if (fact.subject().startsWith(prefix) && fact.state() == ObservedFact.State.SUPPORTED) {
                names.add(fact.subject().substring(prefix.length()));
            }
        }
        return names;
    }

    /** Of all versions but 1.3, whose suites say nothing about keys and which old tools do not list. */
    private static TreeSet<String> oldSuites(EndpointProfile profile) {
        TreeSet<String> names = new TreeSet<>();
        for (String version : List.of("TLS 1.0", "TLS 1.1", "TLS 1.2")) {
            names.addAll(supported(profile, "suite/" + version + "/"));
        }
        return names;
    }

    private static TreeSet<String> all(Pattern pattern, String text, Function<MatchResult, String> name) {
        TreeSet<String> names = new TreeSet<>();
        pattern.matcher(text).results().map(name).forEach(names::add);
        return names;
    }

    private static int code(MatchResult match) {
        return Integer.parseInt(match.group(1), 16);
    }

    private static String name(Optional<CodePoint> known, MatchResult match) {
        return known.map(CodePoint::name).orElse("0x" + match.group(1));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            String text = new String(out.readNBytes(1 << 20), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as(Arrays.toString(command))
                    .isTrue();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
