package dev.shirube.endpoint.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.endpoint.Ssl2Bytes;
import dev.shirube.endpoint.TlsBytes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(10)
class Ssl2Test {

    @Test
    void writesAHelloInItsOwnRecord() throws TlsFormatException {
        byte[] record = Ssl2Hello.write(new byte[Ssl2Hello.ENTROPY]);
        assertThat(record)
                .as("length, CLIENT-HELLO, version, 7 kinds, no session, challenge")
                .startsWith(TlsBytes.hex("802e 01 0002 0015 0000 0010 0700c0"));
        assertThat(record).hasSize(2 + 0x2e);
        ClientOffer offer = Ssl2Hello.read(record);
        assertThat(offer.versions()).containsExactly(Tls.SSL20);
        assertThat(offer.suites()).isEqualTo(Ssl2Hello.KINDS);
        assertThat(Ssl2Hello.recognizes(record)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void readsAServerHelloInAnyPieces(int piece) throws TlsFormatException {
        for (byte[] bytes : List.of(Ssl2Bytes.serverHello(), Ssl2Bytes.paddedServerHello())) {
            ServerAnswer answer = read(bytes, piece).answer();
            assertThat(answer.fault()).isEmpty();
            assertThat(answer.complete()).isTrue();
            assertThat(answer.hello().orElseThrow().version()).isEqualTo(Tls.SSL20);
            assertThat(answer.hello().orElseThrow().suite()).isEqualTo(0x010080);
            assertThat(answer.chain()).singleElement().isEqualTo(TlsBytes.hex("3003020107"));
        }
    }

    @Test
    void isNotFinishedBeforeTheLastByte() throws TlsFormatException {
        byte[] hello = Ssl2Bytes.serverHello();
        assertThat(read(Arrays.copyOf(hello, hello.length - 1), 7).finished()).isFalse();
    }

    @Test
    void takesNoCipherAndAnAlertOfTlsForRefusals() throws TlsFormatException {
        assertThat(read(Ssl2Bytes.error(1), 1).answer().alert()).hasValue(40);
        assertThat(read(TlsBytes.hex("15 0301 0002 02 46"), 1).answer().alert()).hasValue(70);
        assertThat(read(Ssl2Bytes.error(2), 1).answer().alert()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "485454502f312e31, NOT_TLS",
        "160303003502, NOT_TLS",
        "8001, ",
        "800304, ",
        "80030400, ",
        "8003040000, MALFORMED",
        "8000, NOT_TLS",
        "ffff07, NOT_TLS",
        "15030000030246, MALFORMED",
        "000305, NOT_TLS"
    })
    void saysWhatIsWrongAndWaitsOnlyForWhatMayCome(String bytes, TlsFormatException.Kind kind)
            throws TlsFormatException {
        ServerAnswer answer = read(TlsBytes.hex(bytes), 1).answer();
        assertThat(answer.hello()).isEmpty();
        assertThat(answer.fault().map(TlsFormatException::kind).orElse(null)).isEqualTo(kind);
    }

    @Test
    void concludesNothingFromAKindThatWasNotOffered() throws TlsFormatException {
        byte[] hello = Ssl2Bytes.record(TlsBytes.hex("04 00 01 0002 0000 0003 0000 0a0080"));
        assertThat(read(hello, 9).answer().fault().orElseThrow()).hasMessageContaining("offered");
    }

    @Test
    void takesFalseLengthsForWhatTheyAre() throws TlsFormatException {
        byte[] hello = Ssl2Bytes.record(TlsBytes.hex("04 00 01 0002 ffff 0003 0000 010080"));
        assertThat(read(hello, 9).answer().fault()).isPresent();
    }

    /** A server that sends for ever what is one record's worth at most. */
    @Test
    void holdsNoMoreThanOneRecord() throws TlsFormatException {
        Ssl2Flight flight = new Ssl2Flight(Ssl2Hello.read(Ssl2Hello.write(new byte[16])));
        byte[] flood = new byte[100_000];
        flood[0] = (byte) 0xFF;
        flood[1] = (byte) 0xFF;
        flood[2] = 4;
        flight.read(flood, 0, flood.length);
        assertThat(flight.finished()).isTrue();
        flight.read(flood, 0, flood.length);
        assertThat(flight.answer().hello()).isEmpty();
    }

    @Test
    void readsNoHelloThatIsNone() {
        assertThatThrownBy(() -> Ssl2Hello.read(new byte[] {(byte) 0x80, 1, 1})).isInstanceOf(TlsFormatException.class);
        assertThatThrownBy(() -> Ssl2Hello.read(new byte[0])).isInstanceOf(TlsFormatException.class);
        assertThat(Ssl2Hello.recognizes(TlsBytes.hex("160301"))).isFalse();
    }

    private static Ssl2Flight read(byte[] bytes, int piece) throws TlsFormatException {
        Ssl2Flight flight = new Ssl2Flight(Ssl2Hello.read(Ssl2Hello.write(new byte[Ssl2Hello.ENTROPY])));
        for (int at = 0; at < bytes.length; at += piece) {
            flight.read(bytes, at, Math.min(piece, bytes.length - at));
        }
        return flight;
    }
}
