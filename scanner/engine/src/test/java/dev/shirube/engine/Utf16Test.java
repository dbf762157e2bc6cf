package dev.shirube.engine;

import static dev.shirube.engine.Scans.CONTEXT;
import static dev.shirube.engine.Scans.RSA;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.engine.testing.InMemoryReader;
import dev.shirube.engine.testing.InMemoryUnit;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf16Test {

    @Test
    void textIsSearchedWhateverItsByteOrder() throws Exception {
        for (Charset charset : List.of(UTF_16BE, UTF_16LE)) {
            byte[] bytes = "\ufeff\u6697\u53f7\nRSA\n".getBytes(charset);
            ResultSink.InMemory sink = new ResultSink.InMemory();
            new Scanner(List.of(InMemoryReader.of(InMemoryUnit.of().with("a.txt", bytes))), List.of(RSA))
                    .scan(new ScanTarget.FileTarget(Path.of("a.txt")), CONTEXT, sink);
            assertThat(sink.results().get(0).findings()).singleElement().satisfies(it -> {
                assertThat(it.occurrence().line()).hasValue(2);
                assertThat(it.evidence().inputDigest())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
            });
        }
    }

    @Test
    void whatIsNoTextInUtf16StaysAsItIs() {
        byte[] loneSurrogate = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 'a', 0};
        byte[] odd = {(byte) 0xfe, (byte) 0xff, 0};
        byte[] utf8 = "RSA ".getBytes(UTF_8);
        for (byte[] bytes : List.of(loneSurrogate, odd, utf8, new byte[0], new byte[] {(byte) 0xff})) {
            assertThat(Utf16.toUtf8(bytes)).isSameAs(bytes);
        }
    }
}
