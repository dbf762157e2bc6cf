package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The POSIX launcher, before JDKs of the test's own making that say how they were started. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            for word in "$@"; do
                case $word in -XX:ArchiveClassesAtExit=*) : >"${word#*=}" ;; esac
            done
            printf '%s LC_ALL=%s\\n' "$0" "$LC_ALL"
            printf '<%s>\\n' "$@"
            """;

    @TempDir
    Path folder;

    private Path launcher;
    private Path cache;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void aDistribution() throws IOException {
        Path home = Files.createDirectories(folder.resolve("a place/役所"));
        launcher = Files.copy(Path.of("..", "shirube"), home.resolve("shirube"));
        Files.createDirectories(home.resolve("shell/target/dist"));
        Files.writeString(home.resolve("shell/target/dist/shirube.jar"), "a jar");
        cache = folder.resolve("cache");
        variables.putAll(Map.of("LC_ALL", "C", "SHIRUBE_CACHE", cache.toString()));
        variables.put("SHIRUBE_JAVA", jdk("17.0.15").toString());
    }

    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk " + version));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }

    private ShirubeProcess start(Path script, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(words));
        return ShirubeProcess.start(folder, variables, command).await();
    }

    @Test
    void wordsArriveAsTheyWereTypedAndInUtf8() throws IOException {
        ShirubeProcess run = start(launcher, "scan", "住民 \"記録\" it's", "", "*");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("LC_ALL=C.UTF-8").endsWith("<scan>\n<住民 \"記録\" it's>\n<>\n<*>\n");
    }

    @Test
    void itIsFoundThroughChainsOfLinks() throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("real"), launcher);
        Path link = Files.createSymbolicLink(bin.resolve("shirube"), Path.of("real"));
        assertThat(start(link, "--version").out()).contains("<-Dshirube.home=" + launcher.getParent() + ">");
    }

    @Test
    void aJdkThatIsNoneIsNamedWithTheVariable() throws IOException {
        variables.put("SHIRUBE_JAVA", "/no/such/jdk");
        start(launcher, "--version").refuses(4, "SHIRUBE_JAVA is /no/such/jdk", "Set it to a JDK's folder");
    }

    @Test
    void aJdkThatIsTooOldIsNamedWithItsVersion() throws IOException {
        variables.put("SHIRUBE_JAVA", jdk("1.8.0_402").toString());
        start(launcher, "--version").refuses(4, "Java 8", "17 or newer");
        variables.put("SHIRUBE_JAVA", jdk("11.0.2").toString());
        start(launcher, "--version").refuses(4, "Java 11", "17 or newer");
    }

    @Test
    void ourOwnVariableComesBeforeJavaHome() throws IOException {
        variables.put("JAVA_HOME", jdk("25").toString());
        assertThat(start(launcher, "--version").out()).startsWith(folder + "/jdk 17.0.15/bin/java");
        variables.put("SHIRUBE_JAVA", "");
        assertThat(start(launcher, "--version").out()).startsWith(folder + "/jdk 25/bin/java");
    }

    @Test
    void theArchiveIsMadeOnceAndKeptInTheUsersCache() throws IOException {
        ShirubeProcess first = start(launcher, "--version");
        assertThat(first.out()).contains("<-XX:SharedArchiveFile=" + cache + "/classes-17-");
        assertThat(first.out()).isEqualTo(start(launcher, "--version").out());
        try (Stream<Path> kept = Files.list(cache)) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void withoutACacheItStartsAllTheSame() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        variables.put("SHIRUBE_CACHE", inTheWay.resolve("cache").toString());
        ShirubeProcess run = start(launcher, "--version");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("<-Xshare:auto>").endsWith("<--version>\n");
    }

    @Test
    void aDistributionThatIsMissingIsNamed() throws IOException {
        variables.put("SHIRUBE_HOME", folder.resolve("nothing").toString());
        start(launcher, "--version").refuses(4, "nothing/shirube.jar is missing", "SHIRUBE_HOME");
    }
}
