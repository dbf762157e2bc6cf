package dev.shirube.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.shirube.engine.testing.Mutations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Class files of a real library, what fuzzing once broke, and changes of both; {@code benchmarks/fuzz.sh} goes on from there. */
@Timeout(120)
class ClassFuzzTest {
    private static final Path SEEDS = Path.of("src/test/resources/dev/shirube/bytecode/fuzz");
    private static final List<Class<?>> LIBRARY =
            List.of(ECDSA.class, RSASSASigner.class, ECKeyGenerator.class, JWSAlgorithm.class);
    private static final int CHANGES = 300;

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Class<?> type : LIBRARY) {
            try (InputStream stream = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                seeds.add(stream.readAllBytes());
            }
        }
        if (Files.exists(SEEDS)) {
            try (Stream<Path> files = Files.list(SEEDS)) {
                for (Path file : files.sorted().toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    @Test
    void noSeedAndNoChangeOfOneEndsTheScan() throws Exception {
        Random random = new Random(2035);
        assertThat(seeds()).hasSizeGreaterThanOrEqualTo(LIBRARY.size());
        for (byte[] seed : seeds()) {
            assertThatCode(() -> ClassFuzz.fuzzerTestOneInput(seed)).doesNotThrowAnyException();
            for (int change = 0; change < CHANGES; change++) {
                byte[] changed = Mutations.of(seed, random);
                assertThatCode(() -> ClassFuzz.fuzzerTestOneInput(changed))
                        .as(() -> Base64.getEncoder().encodeToString(changed))
                        .doesNotThrowAnyException();
            }
        }
    }
}
