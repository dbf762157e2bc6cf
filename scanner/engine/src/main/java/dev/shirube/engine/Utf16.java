package dev.shirube.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text in UTF-16, as Windows tools write it: known by its byte order mark (RFC 2781 section 3.2). */
final class Utf16 {

    private static final int MARK = 2;

    private Utf16() {}

    /** The same text in UTF-8 without the mark; the bytes themselves if they are anything else. */
    static byte[] toUtf8(byte[] bytes) {
        if (bytes.length < MARK || bytes.length % 2 != 0) {
            return bytes;
        }
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if (first != 0xfeff && first != 0xfffe) {
            return bytes;
        }
        Charset charset = first == 0xfeff ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        ByteBuffer content = ByteBuffer.wrap(bytes, MARK, bytes.length - MARK);
        try {
            // A new decoder reports what is malformed: then it was no text.
            ByteBuffer utf8 = StandardCharsets.UTF_8.encode(charset.newDecoder().decode(content));
            return Arrays.copyOf(utf8.array(), utf8.limit());
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }
}
