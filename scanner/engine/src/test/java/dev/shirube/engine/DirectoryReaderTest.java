package dev.shirube.engine;

import static dev.shirube.engine.Scans.CONTEXT;
import static dev.shirube.engine.Scans.RSA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.ScanResult;
import dev.shirube.engine.testing.FakeDetector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryReaderTest {

    @TempDir
    private Path temporary;

    @Test
    void readsEveryRegularFileOnceAndFollowsNoLink() throws Exception {
        Path root = Files.createDirectories(temporary.resolve("root"));
        write("outside/key.txt", "RSA");
        write("root/a b/鍵.txt", "RSA");
        write("root/z.txt", "RSA");
        link("root/inside.txt", "z.txt");
        link("root/folder", "a b");
        link("root/out", "../outside");
        link("root/out.txt", "../outside/key.txt");
        link("root/nowhere", "no-such-file");
        link("root/a b/loop", "..");
        link("root/self", "self");

        List<ScanResult> results = Scans.directory(root, CONTEXT, RSA);

        assertThat(Scans.places(results)).containsExactly("a b/鍵.txt:1#0", "z.txt:1#0");
        assertThat(Scans.diagnostics(results))
                .containsExactly(
                        "link-not-followed a b/loop [..]",
                        "link-not-followed nowhere [no-such-file]",
                        "link-not-followed out [../outside]",
                        "link-not-followed out.txt [../outside/key.txt]",
                        "link-not-followed self [self]");
    }

    @Test
    void aLinkThatTheUserNamesIsFollowed() throws Exception {
        write("root/z.txt", "RSA");
        link("named", "root");

        assertThat(Scans.places(Scans.directory(temporary.resolve("named"), CONTEXT, RSA)))
                .containsExactly("z.txt:1#0");
    }

    @Test
    void gitObjectsAreToldNotRead() throws Exception {
        write(".git/HEAD", "ref: refs/heads/main");
        write(".git/objects/aa/bb", "RSA");
        write("sub/.git/other", "RSA");

        List<ScanResult> results = Scans.directory(temporary, CONTEXT, RSA);

        assertThat(Scans.places(results)).containsExactly("sub/.git/other:1#0");
        assertThat(Scans.diagnostics(results)).containsExactly("content-elsewhere .git [Git objects]");
    }

    @Test
    void whatCannotBeReadIsTold() throws Exception {
        Path file = write("secret.txt", "RSA");
        Path folder = Files.createDirectories(temporary.resolve("closed"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
        // The superuser reads everything: there the permissions change nothing, and nothing may be said of them.
        boolean closed = !Files.isReadable(file);
        try {
            List<ScanResult> results = Scans.directory(temporary, CONTEXT, RSA);

            assertThat(Scans.diagnostics(results))
                    .containsExactly(
                            closed
                                    ? new String[] {
                                        "unreadable closed [permission denied]",
                                        "unreadable secret.txt [permission denied]"
                                    }
                                    : new String[0]);
            assertThat(Scans.coverage(results)).containsExactly(closed ? ". fake FAILED 1" : ". fake READ 1");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFileThatGoesAwayMeanwhileIsTold() throws Exception {
        write("a.txt", "RSA");
        FakeDetector remover = new FakeDetector(
                "remover",
                "1",
                Anchors.NONE,
                input -> {
                    try {
                        return Files.deleteIfExists(temporary.resolve("a.txt"));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                },
                (input, unit) -> Detection.NOTHING);

        List<ScanResult> results = Scans.directory(temporary, CONTEXT, remover);

        assertThat(Scans.diagnostics(results)).containsExactly("unreadable a.txt [no longer there]");
        assertThat(Scans.coverage(results)).containsExactly(". remover FAILED 1");
    }

    @Test
    void filesLargerThanTheLimitAreTold() throws Exception {
        write("large.txt", "RSA".repeat(100));
        write("small.txt", "RSA");
        Limits limits = new Limits(299, 8, 200, 1, 1, 1, 8);

        List<ScanResult> results = Scans.directory(temporary, CONTEXT.withLimits(limits), RSA);

        assertThat(Scans.places(results)).containsExactly("small.txt:1#0");
        assertThat(Scans.diagnostics(results)).containsExactly("limit-reached large.txt [input-bytes=299, 300 bytes]");
    }

    @Test
    void aDetectorMayAskForANeighbourButNotForOneOutside() throws Exception {
        write("in/a.txt", "x");
        write("in/deep/b.txt", "x");
        write("outside.txt", "x");
        link("in/link.txt", "../outside.txt");
        link("in/linked", "..");
        Map<String, Boolean> seen = new TreeMap<>();
        FakeDetector asking = FakeDetector.doing("asking", (input, unit) -> {
                    for (String location : List.of(
                            "a.txt",
                            "deep/b.txt",
                            "deep",
                            "../outside.txt",
                            "/etc/hosts",
                            "link.txt",
                            "linked/outside.txt",
                            "deep/../a.txt",
                            "",
                            ".",
                            "a\0b")) {
                        try {
                            seen.put(location, unit.input(location).isPresent());
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }
                    return Detection.NOTHING;
                })
                .onlyNamed("a.txt");

        Scans.directory(temporary.resolve("in"), CONTEXT, asking);

        assertThat(seen).hasSize(11);
        assertThat(seen.keySet().stream().filter(seen::get)).containsExactly("a.txt", "deep/b.txt");
    }

    @Test
    void namesThatTheLocaleCannotDecodeStayApart() throws Exception {
        write("root/鍵+1.txt", "RSA");
        write("root/証 書.txt", "RSA");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InPlainLocale.class.getName(),
                temporary.resolve("root").toString());
        java.environment().put("LC_ALL", "C");
        Process process = java.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip().lines()).containsExactly("証 書.txt:1#0", "鍵+1.txt:1#0");
    }

    /** Run in a process of its own. */
    static final class InPlainLocale {
        public static void main(String[] arguments) throws Exception {
            List<ScanResult> results = Scans.directory(Path.of(arguments[0]), CONTEXT, RSA);
            System.out.write(String.join("\n", Scans.places(results)).getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(temporary.resolve(name), Path.of(target));
    }
}
