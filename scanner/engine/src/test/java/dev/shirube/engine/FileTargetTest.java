package dev.shirube.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Coverage;
import dev.shirube.domain.Coverage.Amount;
import dev.shirube.domain.Coverage.Key;
import dev.shirube.domain.Coverage.Outcome;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Language;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.ScanTarget.DirectoryTarget;
import dev.shirube.engine.ScanTarget.FileTarget;
import dev.shirube.engine.testing.FakeDetector;
import dev.shirube.engine.testing.ZipWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTargetTest {

    private static final ScanContext CONTEXT = ScanContext.standard(LocalDate.of(2026, 11, 23));

    @TempDir
    private Path root;

    @Test
    void findsInFilesInArchivesAndInArchivesInArchives() throws Exception {
        write("src/A.txt", "one RSA\ntwo\nthree RSA and RSA\n".getBytes());
        byte[] inner = new ZipWriter().deflated("com/acme/B.class", "RSA").bytes();
        byte[] outer = new ZipWriter()
                .stored("BOOT-INF/lib/inner.jar", inner)
                .deflated("lib/again.bin", inner)
                .deflated("readme.txt", "nothing here")
                .bytes();
        write("lib/app.jar", outer);

        List<ScanResult> results = scan(new DirectoryTarget(root), FakeDetector.finding("fake", "RSA"));

        assertThat(results)
                .extracting(ScanResult::unit)
                .containsExactly(
                        ".", "lib/app.jar", "lib/app.jar!/BOOT-INF/lib/inner.jar", "lib/app.jar!/lib/again.bin");
        assertThat(results).flatExtracting(ScanResult::diagnostics).isEmpty();
        assertThat(results)
                .flatExtracting(ScanResult::findings)
                .extracting(FileTargetTest::place)
                .containsExactly(
                        "src/A.txt:1#0",
                        "src/A.txt:3#1",
                        "lib/app.jar!/BOOT-INF/lib/inner.jar!/com/acme/B.class:1#0",
                        "lib/app.jar!/lib/again.bin!/com/acme/B.class:1#0");
        assertThat(results.get(1).coverage().rows())
                .isEqualTo(Map.of(
                        new Key("lib/app.jar", "archive", Outcome.READ), new Amount(1, outer.length),
                        new Key("lib/app.jar", "fake", Outcome.NO_ANCHOR), new Amount(1, 12),
                        new Key("lib/app.jar", Coverage.FILE, Outcome.NO_ANCHOR), new Amount(1, 12),
                        // the two archives in it, which are units of their own
                        new Key("lib/app.jar", Coverage.FILE, Outcome.READ), new Amount(2, 270)));
    }

    @Test
    void aLoneArchiveIsAUnitOfItsName() throws Exception {
        Path file = write("x.war", new ZipWriter().deflated("k.pem", "RSA").bytes());

        List<ScanResult> results = scan(new FileTarget(file), FakeDetector.finding("fake", "RSA"));

        assertThat(results).extracting(ScanResult::unit).containsExactly("x.war");
        assertThat(results.get(0).findings()).extracting(FileTargetTest::place).containsExactly("x.war!/k.pem:1#0");
    }

    @Test
    void aLoneFileIsAUnitOfItsName() throws Exception {
        Path file = write("a/key.pem", "RSA".getBytes());

        List<ScanResult> results = scan(new FileTarget(file), FakeDetector.finding("fake", "RSA"));

        assertThat(results).extracting(ScanResult::unit).containsExactly("key.pem");
        assertThat(results.get(0).findings()).extracting(FileTargetTest::place).containsExactly("key.pem:1#0");
        assertThat(results.get(0).findings().get(0).evidence().inputDigest()).isEqualTo(sha256("RSA"));
    }

    @Test
    void aMissingTargetIsNamedWithTheWayOut() {
        Path missing = root.resolve("no-such-thing");

        assertThatThrownBy(() -> scan(new DirectoryTarget(missing)))
                .isInstanceOfSatisfying(TargetException.class, e -> {
                    assertThat(e.getMessage()).contains(missing.toString()).contains("Check");
                    assertThat(e.message(Language.JA))
                            .contains(missing.toString())
                            .contains("確認");
                });
        assertThatThrownBy(() -> scan(new FileTarget(root))).isInstanceOf(TargetException.class);
    }

    private List<ScanResult> scan(ScanTarget target, Detector... detectors) throws IOException, TargetException {
        ResultSink.InMemory sink = new ResultSink.InMemory();
        new Scanner(List.of(new DirectoryReader()), List.of(detectors)).scan(target, CONTEXT, sink);
        return sink.results();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static String place(Finding finding) {
        return finding.occurrence().location() + ":"
                + finding.occurrence().line().orElse(-1) + "#"
                + finding.occurrence().ordinal();
    }

    private static String sha256(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
    }
}
