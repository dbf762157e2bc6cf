package dev.shirube.endpoint.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.endpoint.Recorded;
import dev.shirube.engine.ScanTarget.StartTls;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptFormatTest {

    @Test
    void writesTheSameBytesThatItRead() {
        for (String name : Recorded.NAMES) {
            assertThat(TranscriptFormat.write(Recorded.transcript(name))).isEqualTo(Recorded.bytes(name));
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void keepsEveryEndingWithItsDetail(Ending ending) throws TranscriptFormatException {
        Exchange exchange = new Exchange(
                "wide", Instant.EPOCH, new byte[0], new byte[] {-1}, ending, "5000", Optional.of(new byte[] {1}));
        Transcript read =
                TranscriptFormat.read(TranscriptFormat.write(new Transcript("tls://[::1]:443", List.of(exchange))));
        assertThat(read.endpoint()).isEqualTo("tls://[::1]:443");
        assertThat(read.exchanges().get(0).ending()).isEqualTo(ending);
        assertThat(read.exchanges().get(0).detail()).isEqualTo("5000");
        assertThat(read.exchanges().get(0).received()).containsExactly(-1);
        assertThat(read.exchanges().get(0).secret().orElseThrow()).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(StartTls.class)
    void keepsWhatWasSaidBeforeTls(StartTls protocol) throws TranscriptFormatException {
        byte[] nothing = {};
        Exchange plain =
                new Exchange("wide", Instant.EPOCH, new byte[] {22}, nothing, Ending.CLOSED, "", Optional.empty());
        Exchange exchange = plain.behind(new Exchange.Preface(protocol, nothing, new byte[] {50}));
        Exchange read = TranscriptFormat.exchange(TranscriptFormat.part(exchange));
        assertThat(read.sent()).containsExactly(22);
        assertThat(read.preface().orElseThrow().protocol()).isEqualTo(protocol);
        assertThat(read.preface().orElseThrow().sent()).isEmpty();
        assertThat(read.preface().orElseThrow().received()).containsExactly(50);
        assertThat(TranscriptFormat.exchange(TranscriptFormat.part(plain)).preface())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before gopher", "before smtp", "before ", "before-sent 00", "before smtp\nbefore-sent 0"})
    void readsNoOtherDialogueBeforeTls(String lines) {
        String text = "probe wide\ntime 1970-01-01T00:00:00Z\n" + lines
                + "\nbefore-sent \nbefore-received \nsent 00\nreceived \nending closed\n";
        String cut = text.replaceFirst("\nbefore-sent \n", "\n");
        assertThatThrownBy(() -> TranscriptFormat.exchange(cut.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TranscriptFormatException.class);
    }

    @Test
    void readsNoPrefixOfATranscriptAsOne() {
        String text = new String(Recorded.bytes("openssl-tls12-rsa"), StandardCharsets.UTF_8);
        int exchanges = text.indexOf("probe ");
        for (int length = 0; length < text.length(); length += length < exchanges + 100 ? 1 : 97) {
            byte[] prefix = text.substring(0, length).getBytes(StandardCharsets.UTF_8);
            if (length != exchanges) {
                assertThatThrownBy(() -> TranscriptFormat.read(prefix))
                        .as("prefix of %d", length)
                        .isInstanceOf(TranscriptFormatException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "shirube-transcript/2\n", "shirube-transcript/1\n", "PK\u0003\u0004"})
    void namesTheLineThatIsWrong(String text) {
        assertThatThrownBy(() -> TranscriptFormat.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TranscriptFormatException.class)
                .hasMessageStartingWith("line ");
    }

    @Test
    void writesNoValueThatWouldBreakTheLines() {
        assertThatThrownBy(() -> TranscriptFormat.write(new Transcript("tls://a\nprobe x", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
