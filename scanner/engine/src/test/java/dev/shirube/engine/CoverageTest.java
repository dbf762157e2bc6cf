package dev.shirube.engine;

import static dev.shirube.engine.Scans.CONTEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.ZipWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file of a tree comes to exactly one end, and the ends add up to the files. */
class CoverageTest {

    @TempDir
    Path root;

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Every kind of end that a file can come to. */
    private void tree() throws Exception {
        write("found.txt", "RSA");
        write("searched.txt", "nothing of interest");
        write("broken.txt", "RSA fail");
        write("later.txt", "RSA later");
        write("never.txt", "RSA never");
        write("picture.png", "\u0089PNG");
        write("large.txt", "RSA" + "x".repeat(2_000));
        write("excluded/a.txt", "RSA");
        write("pom.xml", "a build file decides nothing");
        write(".git/HEAD", "ref: refs/heads/main");
        write(".git/objects/aa/bb", "RSA");
        Files.createSymbolicLink(root.resolve("link.txt"), Path.of("found.txt"));
        Files.createSymbolicLink(root.resolve("folder"), Path.of("excluded"));
        Files.createSymbolicLink(root.resolve("out.txt"), Path.of("/nowhere"));
        Files.write(
                root.resolve("a.zip"),
                new ZipWriter().deflated("in.txt", "RSA").deflated("in.png", "").bytes());
        new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start().waitFor();
        write("secret.txt", "RSA");
        Files.setPosixFilePermissions(root.resolve("secret.txt"), PosixFilePermissions.fromString("---------"));
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(it -> !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
                    .count();
        }
    }

    private static final FakeDetector KNOWING =
            new FakeDetector("knowing", "1", Anchors.anyOf(Set.of("RSA")), it -> true, (input, unit) -> {
                String text = text(input);
                if (text.contains("fail") || text.contains("never") && unit.whole()) {
                    throw new IllegalStateException();
                }
                return text.contains("later") && !unit.whole() || text.contains("never")
                        ? Detection.postponed()
                        : Detection.NOTHING;
            });

    private static String text(ScanInput input) {
        try {
            return new String(input.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<ScanResult> scan(ScanCache cache, int threads) throws Exception {
        ScanContext context = CONTEXT.withThreads(threads)
                .withFilter(new PathFilter(List.of(), List.of("excluded/**")))
                .withLimits(new Limits(1_000, 8, 200, 64L << 20, 1L << 30, 1_000, 8));
        Detector second = FakeDetector.finding("second", "nothing").onlyNamed(".txt");
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new DirectoryReader()), List.of(KNOWING.onlyNamed(".txt"), second))
                .scan(new ScanTarget.DirectoryTarget(root), context, sink, new ScanJournal.InMemory(), cache);
        return sink.results();
    }

    @Test
    void theEndsAddUpToTheFiles() throws Exception {
        tree();
        boolean readsAnything = Files.isReadable(root.resolve("secret.txt")); // as the superuser does
        ScanCache cache = new ScanCache.InMemory();
        for (int threads : new int[] {1, 4, 1}) {
            List<ScanResult> results = scan(cache, threads);
            assertThat(Scans.files(results))
                    .containsExactly(
                            ". READ " + (readsAnything ? 5 : 4),
                            ". FAILED " + (readsAnything ? 3 : 4),
                            ". EXCLUDED 1",
                            ". NOT_READ 2",
                            ". SKIPPED 6",
                            "a.zip READ 1",
                            "a.zip NOT_READ 1");
            assertThat(Scans.coverage(results))
                    .contains(
                            ". git-internal SKIPPED 2",
                            ". link SKIPPED 3",
                            ". special-file SKIPPED 1",
                            ". - EXCLUDED 1",
                            ". - NOT_READ 2");
            Coverage coverage = results.get(0).coverage();
            long sum = 0;
            for (Outcome outcome : Outcome.values()) {
                sum += coverage.inputs(Coverage.FILE, outcome);
            }
            assertThat(sum).isEqualTo(files());
        }
    }

    @Test
    void aFileThatAllSearchedInVainIsOneFile() throws Exception {
        write("a.txt", "x");
        write("b.txt", "nothing");
        write("c.txt", "RSA");
        List<ScanResult> results = scan(ScanCache.NONE, 2);
        assertThat(Scans.files(results)).containsExactly(". READ 2", ". NO_ANCHOR 1");
        assertThat(Scans.coverage(results))
                .containsExactly(
                        ". knowing READ 1", ". knowing NO_ANCHOR 2", ". second READ 1", ". second NO_ANCHOR 2");
    }

    @Test
    void aBuildFileDecidesNothing() throws Exception {
        write("src/a.txt", "RSA");
        write("target/b.txt", "RSA");
        write("node_modules/c.txt", "RSA");
        List<String> without = Scans.files(scan(ScanCache.NONE, 1));
        assertThat(without).containsExactly(". READ 3");
        for (String build : List.of("pom.xml", "package.json", "build.gradle", "Makefile", ".gitignore")) {
            write(build, "target node_modules");
        }
        assertThat(Scans.files(scan(ScanCache.NONE, 1))).containsExactly(". READ 3", ". NOT_READ 5");
    }
}
