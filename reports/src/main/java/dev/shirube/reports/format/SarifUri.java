package dev.shirube.reports.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Turns a logical path into a URI reference (RFC 3986) that a viewer can resolve against the scanned root. */
final class SarifUri {
    private static final Pattern ABSOLUTE = Pattern.compile("[a-z][a-z0-9+.-]*://.*");
    private static final String UNRESERVED = "-._~/!@";

    /** Allowed where the text is already a URI: RFC 3986, section 2.2, without square brackets, and percent signs. */
    private static final String RESERVED = UNRESERVED + ":?#$&'()*+,;=%";

    private SarifUri() {}

    static String of(String location) {
        return encode(location, absolute(location) ? RESERVED : UNRESERVED);
    }

    /** Whether it names a host instead of a place below the scanned root. */
    static boolean absolute(String location) {
        return ABSOLUTE.matcher(location).matches();
    }

    private static String encode(String text, String allowed) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || c < 0x80 && allowed.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return out.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
