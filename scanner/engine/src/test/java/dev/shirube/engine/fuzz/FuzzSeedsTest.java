package dev.shirube.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shirube.engine.testing.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What fuzzing began with and what it once broke, and a few changes of each; {@code benchmarks/fuzz.sh} goes on from there. */
@Timeout(120)
class FuzzSeedsTest {
    private static final Path SEEDS = Path.of("src/test/resources/dev/shirube/engine/fuzz");
    private static final int CHANGES = 150;

    private static List<Path> seeds() throws Exception {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void noSeedAndNoChangeOfOneEndsTheScan() throws Exception {
        assertThat(seeds()).hasSizeGreaterThan(5);
        for (Path seed : seeds()) {
            byte[] bytes = Files.readAllBytes(seed);
            assertThatCode(() -> ArchiveFuzz.fuzzerTestOneInput(bytes))
                    .as(seed.toString())
                    .doesNotThrowAnyException();
            Random random = new Random(2035);
            for (int change = 0; change < CHANGES; change++) {
                byte[] changed = Mutations.of(bytes, random);
                assertThatCode(() -> ArchiveFuzz.fuzzerTestOneInput(changed))
                        .as(() -> seed + " changed to " + Base64.getEncoder().encodeToString(changed))
                        .doesNotThrowAnyException();
            }
        }
    }
}
