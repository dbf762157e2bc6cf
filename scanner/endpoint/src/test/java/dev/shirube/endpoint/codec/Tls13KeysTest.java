package dev.shirube.endpoint.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.TlsBytes;
import org.junit.jupiter.api.Test;

/** With the values of RFC 8448 section 3; whole handshakes are held against real servers. */
class Tls13KeysTest {
    private static final byte[] SERVER_SECRET =
            TlsBytes.hex("b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38");

    @Test
    void derivesKeyAndIvOfTheRfcsExample() {
        Tls13Keys keys = Tls13Keys.of(0x1301).orElseThrow();
        assertThat(keys.expand(SERVER_SECRET, "key", new byte[0], 16))
                .isEqualTo(TlsBytes.hex("3fce516009c21727d0f2e4e86ee403bc"));
        assertThat(keys.expand(SERVER_SECRET, "iv", new byte[0], 12))
                .isEqualTo(TlsBytes.hex("5d313eb2671276ee13000b30"));
    }

    @Test
    void hasNoKeysForASuiteThePlatformCannotOpen() {
        assertThat(Tls13Keys.of(0x1304)).isEmpty();
        assertThat(Tls13Keys.of(0xC02F)).isEmpty();
    }
}
