package dev.shirube.exchange.cyclonedx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code name=value; name=value} as it stands in {@code additionalContext} and in our properties.
 *
 * <p>In a value {@code % ; = ,} and control characters are percent-escaped as in RFC 3986 section 2.1; a list is joined by
 * commas.
 */
final class ContextText {

    private static final String SPECIAL = "%;=,";

    private final StringBuilder text = new StringBuilder();

    ContextText put(String name, String value) {
        return raw(name, escape(value));
    }

    ContextText put(String name, long value) {
        return raw(name, Long.toString(value));
    }

    ContextText put(String name, List<String> values) {
        return raw(name, escapeList(values));
    }

    /** Only if there is something to say. */
    ContextText putUnlessEmpty(String name, String value) {
        return value.isEmpty() ? this : put(name, value);
    }

    private ContextText raw(String name, String escaped) {
        text.append(text.isEmpty() ? "" : "; ").append(name).append('=').append(escaped);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The names and still escaped values; of a text that is none of ours an empty map. */
    static Map<String, String> read(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(part.substring(0, equals).strip(), part.substring(equals + 1));
            }
        }
        return values;
    }

    /** A list joined by commas; of one empty text, which would look like no text at all, a percent sign alone. */
    static String escapeList(List<String> values) {
        return values.equals(List.of(""))
                ? "%"
                : String.join(",", values.stream().map(ContextText::escape).toList());
    }

    static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == 0x7f || SPECIAL.indexOf(c) >= 0) {
                escaped.append('%').append(hex(c >> 4)).append(hex(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static char hex(int value) {
        return "0123456789ABCDEF".charAt(value & 0xf);
    }

    /** The value; an escape that is none stays as it is. */
    static String unescape(String escaped) {
        byte[] in = escaped.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            if (low >= 0) {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /** A list; of an empty text no values. */
    static List<String> unescapeList(String escaped) {
        if (escaped.equals("%")) {
            return List.of("");
        }
        List<String> values = new ArrayList<>();
        if (!escaped.isEmpty()) {
            for (String part : escaped.split(",", -1)) {
                values.add(unescape(part));
            }
        }
        return values;
    }
}
