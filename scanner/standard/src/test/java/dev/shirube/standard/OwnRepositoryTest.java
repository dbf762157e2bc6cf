package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.engine.ScanTarget;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * This project at HEAD, read by two readers: out of the object store, and as the files that {@code git archive} writes.
 * Needs the Debian packages {@code git} and {@code tar}.
 */
@Tag("slow")
@Timeout(300)
class OwnRepositoryTest {

    private static final File ROOT =
            Path.of("../..").toAbsolutePath().normalize().toFile();

    @TempDir
    Path folder;

    @Test
    void bothReadersSeeTheSame() throws Exception {
        Assumptions.assumeTrue(
                Files.exists(ROOT.toPath().resolve(".git")), "the sources stand outside of a Git repository");
        Path archive = folder.resolve("head.tar");
        run("git", "archive", "--format=tar", "-o", archive.toString(), "HEAD");
        Path tree = Files.createDirectory(folder.resolve("tree"));
        run("tar", "-xf", archive.toString(), "-C", tree.toString());

        Scanned files = Scanned.directory(tree);
        Scanned objects =
                Scanned.of(new ScanTarget.GitTarget(ROOT.toString(), Optional.empty(), false), Scanned.CONTEXT);

        assertThat(files.findings()).hasSizeGreaterThan(100);
        assertThat(objects.findings().stream()
                        .filter(it -> !inCommit(it.occurrence().location()))
                        .toList())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(files.findings());
        assertThat(objects.diagnostics().stream()
                        .filter(it -> !inCommit(it.location()))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(files.diagnostics());
        boolean signed = objects.diagnostics().stream().anyMatch(it -> inCommit(it.location()))
                || objects.findings().stream()
                        .anyMatch(it -> inCommit(it.occurrence().location()));
        if (!signed) {
            assertThat(objects.counted()).isEqualTo(files.counted());
        }
    }

    private static boolean inCommit(String location) {
        return location.startsWith(".@");
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(List.of(command))
                .directory(ROOT)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(Files.readString(log))
                .isTrue();
    }
}
