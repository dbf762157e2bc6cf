package dev.shirube.source.language;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Bytes of a source file to text, where nobody says the encoding.
 *
 * <p>UTF-8 if the bytes are well formed in it. Otherwise the Japanese encoding that gives the most Japanese text: MS932
 * (Windows code page 932, the usual form of Shift_JIS) or EUC-JP, which can hardly be told apart by validity alone.
 * Otherwise ISO 8859-1, in which every byte is a character: names and algorithm constants are ASCII in all of them.
 *
 * <p>The right one matters even so: the second byte of a Shift_JIS character can be a backslash, which read as ASCII
 * would swallow the quote after it.
 */
final class SourceDecoder {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final char REPLACEMENT = '\uFFFD';

    private static final char ESCAPE = '\u001B';

    /** ESC $ B and ESC $ {@literal @} switch ISO-2022-JP (RFC 1468) to kanji. */
    private static final List<String> KANJI_IN = List.of("\u001B$B", "\u001B$@");

    private static final List<String> JAPANESE = List.of("windows-31j", "EUC-JP");

    private SourceDecoder() {}

    static String decode(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        // Only a text with the sign for what is not UTF-8 may not be: the strict decoder costs several times as much.
        if (utf8.indexOf(REPLACEMENT) < 0
                || strictly(StandardCharsets.UTF_8, bytes).isPresent()) {
            return sevenBit(bytes, withoutMark(utf8));
        }
        String best = new String(bytes, StandardCharsets.ISO_8859_1);
        int most = 0;
        for (String name : JAPANESE) {
            Optional<String> text = strictly(name, bytes);
            if (text.isPresent() && japanese(text.get()) > most) {
                best = text.get();
                most = japanese(best);
            }
        }
        return best;
    }

    private static String sevenBit(byte[] bytes, String text) {
        return text.indexOf(ESCAPE) >= 0 && KANJI_IN.stream().anyMatch(text::contains)
                ? strictly("ISO-2022-JP", bytes).orElse(text)
                : text;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Japanese text is full of kana; bytes of one encoding read in the other give half-width katakana instead. */
    private static int japanese(String text) {
        int score = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u3041' && c <= '\u30FE') {
                score += 4;
            } else if (c >= '\u4E00' && c <= '\u9FFF') {
                score++;
            } else if (c >= '\uFF61' && c <= '\uFF9F') {
                score -= 4;
            }
        }
        return score;
    }

    private static Optional<String> strictly(String charset, byte[] bytes) {
        // The Japanese encodings are in the module jdk.charsets, which a cut-down runtime may lack.
        return Charset.isSupported(charset) ? strictly(Charset.forName(charset), bytes) : Optional.empty();
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
