package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * All bad files and archives in one scan of 256 MB: it ends, names every one of them, and finds what is good beside them.
 *
 * <p>Slow for its size alone: it needs no package.
 */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SmallHeapTest {

    @TempDir
    private Path folder;

    @Test
    void theWholeHostileCorpusIsScannedInASmallHeap() throws Exception {
        HostileCorpus corpus = HostileCorpus.in(folder);
        HostileArchives archives = HostileArchives.in(folder);
        for (int threads : new int[] {1, 4}) {
            List<String> said = scan(threads);

            assertThat(said).endsWith("end");
            assertThat(said).noneMatch(it -> it.startsWith("detector-failed"));
            assertThat(missing(archives, said)).isEmpty();
            corpus.expected()
                    .forEach((name, code) -> assertThat(said)
                            .as(name)
                            .anyMatch(it -> code.isEmpty() || it.startsWith(code + " " + name)));
        }
    }

    private static List<String> missing(HostileArchives archives, List<String> said) {
        List<String> missing = new ArrayList<>();
        archives.expected().forEach((name, diagnostic) -> {
            String good = "finding " + name + "!/" + HostileArchives.GOOD;
            if (said.stream().noneMatch(good::equals) && !name.endsWith("-image")) {
                missing.add(good);
            }
            String[] parts = diagnostic.split(" ", 2);
            String start = parts[0] + " " + name;
            if (parts.length == 2
                    && said.stream()
                            .filter(it -> it.startsWith(start))
                            .noneMatch(it -> it.split(" \\[", 2)[0].endsWith(parts[1]))) {
                missing.add(name + ": " + diagnostic + " is not in "
                        + said.stream()
                                .filter(it -> it.contains(" " + name))
                                .limit(10)
                                .toList());
            }
        });
        return missing;
    }

    private List<String> scan(int threads) throws Exception {
        Path said = Files.createTempFile("shirube-small-heap", ".txt");
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SmallHeapScan.class.getName(),
                            folder.toString(),
                            Integer.toString(threads))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
            List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
            assertThat(process.exitValue())
                    .as(() -> String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())))
                    .isZero();
            return lines;
        } finally {
            Files.delete(said);
        }
    }
}
