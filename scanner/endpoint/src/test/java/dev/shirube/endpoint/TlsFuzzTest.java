package dev.shirube.endpoint;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shirube.endpoint.TlsFuzz.Reader;
import dev.shirube.engine.testing.Mutations;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recorded answers, and changes of each; {@code benchmarks/fuzz.sh} goes on from there. */
@Timeout(120)
class TlsFuzzTest {
    private static final int CHANGES = 60;

    @ParameterizedTest
    @EnumSource(Reader.class)
    void noSeedAndNoChangeOfOneBreaksAReader(Reader reader) {
        Random random = new Random(2035);
        for (byte[] seed : TlsFuzzSeeds.of(reader)) {
            check(seed);
            for (int change = 0; change < CHANGES; change++) {
                byte[] changed = Mutations.of(seed, random);
                changed[0] = seed[0];
                check(changed);
            }
        }
    }

    @Test
    void nothingIsReadFromNothing() {
        check(new byte[0]);
        check(new byte[TlsFuzz.HEADER]);
    }

    private static void check(byte[] input) {
        assertThatCode(() -> TlsFuzz.fuzzerTestOneInput(input))
                .as(() -> Base64.getEncoder().encodeToString(input))
                .doesNotThrowAnyException();
    }
}
