package dev.shirube.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The first bytes of a document as text, in the encodings of RFC 4627 section 3: UTF-8 and UTF-16, marked or not. */
public final class ImportHead {

    private ImportHead() {}

    /** The text without byte order mark and leading blanks; a character that is cut off at the end is U+FFFD. */
    public static String text(byte[] head) {
        return new String(head, charset(head)).replace("\uFEFF", "").stripLeading();
    }

    private static Charset charset(byte[] head) {
        if (head.length < 2) {
            return StandardCharsets.UTF_8;
        }
        boolean big = head[0] == (byte) 0xFE && head[1] == (byte) 0xFF || head[0] == 0 && head[1] != 0;
        boolean little = head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] != 0 && head[1] == 0;
        return big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }
}
