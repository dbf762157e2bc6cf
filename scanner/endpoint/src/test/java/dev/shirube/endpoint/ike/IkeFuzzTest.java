package dev.shirube.endpoint.ike;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.shirube.endpoint.Replay;
import dev.shirube.endpoint.transcript.Exchange;
import dev.shirube.engine.testing.Mutations;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real responders sent, and changes of it; {@code benchmarks/fuzz.sh} goes on from there. */
@Timeout(120)
class IkeFuzzTest {
    private static final int CHANGES = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"strongswan-5.9", "strongswan-6.0"})
    void noChangeOfAResponderBreaksAReader(String name) {
        Random random = new Random(2035);
        for (Exchange exchange : Replay.recorded(IkeFuzzTest.class, name).exchanges()) {
            byte[] seed = exchange.received();
            IkeFuzz.fuzzerTestOneInput(seed);
            for (int i = 0; i < CHANGES; i++) {
                byte[] changed = Mutations.of(seed, random);
                assertThatCode(() -> IkeFuzz.fuzzerTestOneInput(changed))
                        .as(() -> Base64.getEncoder().encodeToString(changed))
                        .doesNotThrowAnyException();
            }
        }
    }
}
