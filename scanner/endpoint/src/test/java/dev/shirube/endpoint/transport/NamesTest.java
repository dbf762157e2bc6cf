package dev.shirube.endpoint.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class NamesTest {

    @Test
    void waitsNoLongerThanTheDeadline() throws Exception {
        try (Names names = new Names(NamesTest::never, 60)) {
            CompletableFuture<Optional<InetAddress>> address = new CompletableFuture<>();
            names.address("slow.test", address::complete);
            assertThat(address.get(10, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, true",
        "::1, true",
        "fe80::1%eth0, true",
        "fe80::1%br-1a.20, true",
        "::ffff:192.0.2.1, true",
        "www.example.jp, false",
        "1.2.3.4.example.jp, false",
        "localhost, false",
        "fe80::1%, false"
    })
    void knowsAddressesFromNames(String host, boolean literal) {
        assertThat(AddressLiteral.matches(host)).isEqualTo(literal);
    }

    private static InetAddress never(String host) throws UnknownHostException {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            // The test is over.
        }
        throw new UnknownHostException(host);
    }
}
