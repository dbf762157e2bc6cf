package dev.shirube.engine.zip;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Names of entries as text. Bit 11 promises UTF-8 (APPNOTE appendix D); archives without it hold whatever the machine
 * used that made them: UTF-8 in spite of it, or on Japanese Windows its code page 932.
 */
final class ZipNames {
    private static final String JAPANESE_WINDOWS = "windows-31j";

    private ZipNames() {}

    static String decode(byte[] raw) {
        for (byte value : raw) {
            if (value < 0) {
                return decodeOther(raw);
            }
        }
        return new String(raw, StandardCharsets.ISO_8859_1);
    }

    private static String decodeOther(byte[] raw) {
        try {
            return strictly(StandardCharsets.UTF_8, raw);
        } catch (CharacterCodingException notUtf8) {
            try {
                return Charset.isSupported(JAPANESE_WINDOWS)
                        ? strictly(Charset.forName(JAPANESE_WINDOWS), raw)
                        : new String(raw, StandardCharsets.ISO_8859_1);
            } catch (CharacterCodingException notJapanese) {
                return new String(raw, StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static String strictly(Charset charset, byte[] raw) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    }
}
