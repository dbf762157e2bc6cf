package dev.shirube.source.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings that Japanese sources are kept in. */
class SourceDecoderTest {

    private static final String TEXT = "// 電子署名の表示と検証（能力・予定）\nString 表 = \"表\"; call(\"ソ\");\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "Shift_JIS", "EUC-JP", "ISO-2022-JP"})
    void japaneseTextIsReadInWhatItWasWrittenIn(String charset) {
        assertThat(SourceDecoder.decode(TEXT.getBytes(Charset.forName(charset))))
                .isEqualTo(TEXT);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(SourceDecoder.decode("\uFEFFclass A {}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("class A {}");
    }

    @Test
    void otherBytesBecomeCharactersOneForOne() {
        byte[] latin = "// Schl\u00FCssel \u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(SourceDecoder.decode(latin)).hasSize(latin.length).startsWith("// Schl");
        byte[] noise = {(byte) 0xFF, (byte) 0xFE, 0, 'A', (byte) 0x80};
        assertThat(SourceDecoder.decode(noise)).hasSize(5);
    }

    @Test
    void theEmptyFileIsTheEmptyText() {
        assertThat(SourceDecoder.decode(new byte[0])).isEmpty();
    }
}
