package dev.shirube.endpoint.ssh;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shirube.endpoint.Replay;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.testing.Mutations;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real servers sent, and changes of it; {@code benchmarks/fuzz.sh} goes on from there. */
@Timeout(120)
class SshFuzzTest {
    private static final int CHANGES = 150;

    @ParameterizedTest
    @ValueSource(strings = {"openssh-9.2", "openssh-10.6", "dropbear-2022"})
    void noChangeOfAServerBreaksAReader(String name) {
        Random random = new Random(2035);
        for (Exchange exchange : Replay.recorded(SshFuzzTest.class, name).exchanges()) {
            SshFuzz.fuzzerTestOneInput(exchange.received());
            for (int i = 0; i < CHANGES; i++) {
                byte[] changed = Mutations.of(exchange.received(), random);
                assertThatCode(() -> SshFuzz.fuzzerTestOneInput(changed))
                        .as(() -> Base64.getEncoder().encodeToString(changed))
                        .doesNotThrowAnyException();
            }
        }
    }
}
