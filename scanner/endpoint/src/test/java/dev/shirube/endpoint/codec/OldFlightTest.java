package dev.shirube.endpoint.codec;

import static dev.shirube.endpoint.TlsBytes.certificates;
import static dev.shirube.endpoint.TlsBytes.handshake;
import static dev.shirube.endpoint.TlsBytes.hex;
import static dev.shirube.endpoint.TlsBytes.join;
import static dev.shirube.endpoint.TlsBytes.serverHello;
import static dev.shirube.endpoint.TlsBytes.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.probe.CodePoints;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flights of TLS 1.2 and older, down to SSL 3.0, by hand. */
class OldFlightTest {
    private static final int DHE_RSA = 0x0033;
    private static final int RSA = 0x002F;
    private static final byte[] DONE = handshake(14, new byte[0]);

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2048, 3071})
    void readsTheSizeOfThePrimeAsItWasSent(int bits) throws TlsFormatException {
        byte[] prime = new byte[(bits + 7) / 8];
        prime[0] = (byte) (1 << (bits + 7) % 8);
        byte[] body = join(vector(2, prime), vector(2, hex("02")), vector(2, hex("05")), vector(2, new byte[36]));
        ServerAnswer answer = answer(Tls.TLS10, flight(Tls.TLS10, DHE_RSA, body));
        assertThat(answer.fault()).isEmpty();
        assertThat(answer.keyExchange().orElseThrow().primeBits()).hasValue(bits);
        assertThat(answer.scheme()).as("before TLS 1.2 the suite alone tells").isEmpty();
        assertThat(answer.complete()).isTrue();
    }

    @Test
    void takesNoPrimeOfNothingAndNothingBehindTheSignature() throws TlsFormatException {
        byte[] empty =
                join(vector(2, new byte[3]), vector(2, hex("02")), vector(2, hex("05")), vector(2, new byte[36]));
        assertThat(answer(Tls.TLS10, flight(Tls.TLS10, DHE_RSA, empty)).fault()).isPresent();
        byte[] more =
                join(vector(2, hex("17")), vector(2, hex("02")), vector(2, hex("05")), vector(2, hex("00")), hex("00"));
        assertThat(answer(Tls.TLS10, flight(Tls.TLS10, DHE_RSA, more)).fault()).isPresent();
    }

    @Test
    void readsSsl3WithARequestForAClientCertificate() throws TlsFormatException {
        byte[] request = join(vector(1, hex("01")), vector(2, vector(2, hex("3000"))));
        byte[] flight = join(
                handshake(2, serverHello(Tls.SSL30, RSA)),
                handshake(11, certificates(1)),
                handshake(13, request),
                DONE);
        ServerAnswer answer = answer(Tls.SSL30, flight);
        assertThat(answer.hello().orElseThrow().version()).isEqualTo(Tls.SSL30);
        assertThat(answer.certificateRequested()).hasValue(true);
        assertThat(answer.complete()).isTrue();
    }

    /** What OCSP stapling adds (RFC 6066 section 8) says nothing about algorithms. */
    @Test
    void passesOverACertificateStatus() throws TlsFormatException {
        byte[] flight = join(
                handshake(2, serverHello(Tls.TLS12, RSA)),
                handshake(11, certificates(2)),
                handshake(22, join(hex("01"), vector(3, new byte[9]))),
                DONE);
        ServerAnswer answer = answer(Tls.TLS12, flight);
        assertThat(answer.complete()).isTrue();
        assertThat(answer.chain()).hasSize(2);
    }

    @Test
    void readsTheApplicationProtocolAndTakesNoneThatWasNotOffered() throws TlsFormatException {
        byte[] hello = serverHello(Tls.TLS12, RSA);
        for (String name : List.of("h2", "h3")) {
            byte[] alpn = join(hex("0010"), vector(2, vector(2, vector(1, name.getBytes(StandardCharsets.US_ASCII)))));
            ServerAnswer answer = answer(
                    Tls.TLS12, join(handshake(2, join(hello, vector(2, alpn))), handshake(11, certificates(1)), DONE));
            assertThat(answer.complete()).isEqualTo(name.equals("h2"));
            assertThat(answer.alpn()).isEqualTo(name.equals("h2") ? Optional.of("h2") : Optional.empty());
        }
    }

    private static byte[] flight(int version, int suite, byte[] exchange) {
        return join(
                handshake(2, serverHello(version, suite)),
                handshake(11, certificates(1)),
                handshake(12, exchange),
                DONE);
    }

    private static ServerAnswer answer(int version, byte[] bytes) throws TlsFormatException {
        ClientOffer offer = new ClientOffer(
                        List.of(version),
                        List.of(DHE_RSA, RSA),
                        List.of(0x0017),
                        List.of(0x0401),
                        List.of(),
                        Optional.empty())
                .withAlpn(List.of("h2"));
        byte[] hello = ClientHelloWriter.write(offer, new byte[ClientHelloWriter.ENTROPY]);
        ServerFlight flight = new ServerFlight(offer, hello, HandshakeSecrets.NONE, CodePoints.SUITE_CLASSES);
        // In two pieces, so that no message may count on coming whole.
        flight.read(bytes, 0, bytes.length / 2);
        byte[] rest = Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
        flight.read(rest, 0, rest.length);
        return flight.answer();
    }
}
