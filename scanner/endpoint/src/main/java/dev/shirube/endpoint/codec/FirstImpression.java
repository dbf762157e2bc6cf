package dev.shirube.endpoint.codec;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** What a server seems to speak that does not speak what it was asked for. */
public final class FirstImpression {
    private static final int ENOUGH = 8;

    private FirstImpression() {}

    /**
     * In a few words of ours, by its first bytes.
     *
     * @param length how many of them there are; at least one
     */
    public static String of(byte[] bytes, int length) {
        String text = new String(bytes, 0, Math.min(length, ENOUGH), StandardCharsets.ISO_8859_1);
        if (text.startsWith("HTTP/")) {
            return "it answers in HTTP";
        }
        if (text.startsWith("SSH-")) {
            return "it answers in SSH";
        }
        if (text.startsWith("220") || text.startsWith("+OK") || text.startsWith("* OK")) {
            return "it greets like a mail or file server before STARTTLS";
        }
        return "its first byte is 0x" + HexFormat.of().toHexDigits(bytes[0]).toUpperCase(Locale.ROOT);
    }
}
