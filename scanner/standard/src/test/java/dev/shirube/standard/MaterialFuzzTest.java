package dev.shirube.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shirube.engine.testing.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every fixture of key material, settings and manifests, and a few changes of each; {@code benchmarks/fuzz.sh} goes on from there. */
@Timeout(300)
class MaterialFuzzTest {
    private static final List<Path> FOLDERS = List.of(
            Path.of("../material/src/test/resources/dev/shirube/material"),
            Path.of("src/test/resources/dev/shirube/standard/fuzz"));
    private static final int CHANGES = 4;
    private static final int LARGEST = 64 << 10;

    private static List<Path> seeds() throws Exception {
        List<Path> seeds = new ArrayList<>();
        for (Path folder : FOLDERS) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    seeds.addAll(files.filter(
                                    it -> Files.isRegularFile(it) && it.toFile().length() < LARGEST)
                            .sorted()
                            .toList());
                }
            }
        }
        return seeds;
    }

    @Test
    void noFixtureAndNoChangeOfOneBreaksADetector() throws Exception {
        assertThat(seeds()).hasSizeGreaterThan(100);
        Random random = new Random(2035);
        for (Path seed : seeds()) {
            byte[] bytes = Files.readAllBytes(seed);
            String name = seed.getFileName().toString();
            assertThatCode(() -> MaterialFuzz.scan(name, bytes)).as(name).doesNotThrowAnyException();
            for (int change = 0; change < CHANGES; change++) {
                byte[] changed = Mutations.of(bytes, random);
                assertThatCode(() -> MaterialFuzz.scan(name, changed))
                        .as(() -> name + " changed to " + Base64.getEncoder().encodeToString(changed))
                        .doesNotThrowAnyException();
            }
        }
    }
}
