package dev.shirube.endpoint.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.endpoint.Recorded;
import dev.shirube.endpoint.TlsBytes;
import dev.shirube.endpoint.probe.CodePoints;
import dev.shirube.endpoint.transcript.Exchange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ServerFlightTest {

    static Stream<Exchange> exchanges() {
        return Recorded.NAMES.stream().flatMap(it -> Recorded.transcript(it).exchanges().stream());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void understandsTheSameInAnyPieces(Exchange exchange) throws TlsFormatException {
        String whole = describe(answer(exchange, exchange.received(), exchange.received().length));
        assertThat(describe(answer(exchange, exchange.received(), 1))).isEqualTo(whole);
        assertThat(describe(answer(exchange, exchange.received(), 7))).isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void isNotFinishedBeforeTheLastByte(Exchange exchange) throws TlsFormatException {
        int length = exchange.received().length;
        ServerFlight flight = flight(exchange);
        flight.read(exchange.received(), 0, length);
        assertThat(flight.finished()).isTrue();
        ServerFlight shorter = flight(exchange);
        shorter.read(exchange.received(), 0, 10 % length);
        assertThat(shorter.answer().complete()).isFalse();
        assertThat(shorter.answer().fault()).isEmpty();
    }

    /** Nothing but an answer may come out, whatever comes in, and never anything that was not offered. */
    @ParameterizedTest
    @MethodSource("exchanges")
    void survivesEveryMutation(Exchange exchange) throws TlsFormatException {
        Random random = new Random(2035);
        ClientOffer offer = ClientHelloReader.read(exchange.sent());
        for (int round = 0; round < 400; round++) {
            byte[] mutant = mutate(exchange.received(), random);
            ServerAnswer answer = answer(exchange, mutant, 1 + random.nextInt(2_000));
            answer.hello().ifPresent(it -> assertThat(offer.suites()).contains(it.suite()));
            answer.hello().ifPresent(it -> assertThat(offer.versions()).contains(it.version()));
            answer.scheme().ifPresent(it -> assertThat(offer.schemes()).contains(it));
            assertThat(answer.chain()).hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void refusesAProtectedFlightWithOneBitTurned() throws TlsFormatException {
        Exchange exchange = Recorded.transcript("hybrid").exchanges().get(1);
        byte[] turned = exchange.received().clone();
        turned[turned.length / 2] ^= 1;
        ServerAnswer answer = answer(exchange, turned, turned.length);
        assertThat(answer.fault()).isPresent();
        assertThat(answer.complete()).isFalse();
    }

    @Test
    void takesNoUnprotectedCertificateInTls13() throws TlsFormatException {
        Exchange exchange = Recorded.transcript("hybrid").exchanges().get(1);
        int hello = 5 + ((exchange.received()[3] & 0xFF) << 8 | exchange.received()[4] & 0xFF);
        byte[] forged = TlsBytes.join(
                Arrays.copyOf(exchange.received(), hello),
                TlsBytes.handshake(11, TlsBytes.join(new byte[] {0}, TlsBytes.certificates(1))));
        ServerAnswer answer = answer(exchange, forged, forged.length);
        assertThat(answer.chain()).isEmpty();
        assertThat(answer.fault().orElseThrow()).hasMessageContaining("unprotected");
    }

    @Test
    void readsNothingBehindTheHelloWithoutTheSecret() throws TlsFormatException {
        Exchange exchange = Recorded.transcript("hybrid").exchanges().get(1);
        ServerFlight flight = new ServerFlight(
                ClientHelloReader.read(exchange.sent()),
                exchange.sent(),
                HandshakeSecrets.NONE,
                CodePoints.SUITE_CLASSES);
        flight.read(exchange.received(), 0, exchange.received().length);
        assertThat(flight.answer().hello()).isPresent();
        assertThat(flight.answer().chain()).isEmpty();
        assertThat(flight.answer().scheme()).isEmpty();
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] mutant = original.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(4)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt();
                case 2 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                default ->
                    mutant = TlsBytes.join(
                            Arrays.copyOf(mutant, at), Arrays.copyOfRange(original, at / 2, original.length));
            }
        }
        return mutant;
    }

    private static ServerAnswer answer(Exchange exchange, byte[] received, int piece) throws TlsFormatException {
        ServerFlight flight = flight(exchange);
        for (int at = 0; at < received.length && !flight.finished(); at += piece) {
            flight.read(received, at, Math.min(piece, received.length - at));
        }
        return flight.answer();
    }

    private static ServerFlight flight(Exchange exchange) throws TlsFormatException {
        return new ServerFlight(
                ClientHelloReader.read(exchange.sent()),
                exchange.sent(),
                (hello, messages) -> exchange.secret(),
                CodePoints.SUITE_CLASSES);
    }

    private static String describe(ServerAnswer answer) {
        List<Object> parts = new ArrayList<>();
        answer.hello()
                .ifPresent(it -> parts.add(it.version() + " " + it.suite() + " " + it.group() + " " + it.retry()));
        answer.chain().forEach(it -> parts.add(Arrays.hashCode(it)));
        parts.add(answer.groups());
        parts.add(answer.keyExchange());
        parts.add(answer.scheme());
        parts.add(answer.certificateRequested());
        parts.add(answer.alert());
        parts.add(answer.complete());
        answer.fault().ifPresent(it -> parts.add(it.getMessage()));
        return parts.toString();
    }
}
