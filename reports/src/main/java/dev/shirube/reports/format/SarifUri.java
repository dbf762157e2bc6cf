package dev.shirube.reports.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Turns a logical path into a relative URI reference (RFC 3986) that a viewer can resolve against the scanned root.
 *
 * <p>An endpoint is made relative too, with its colons escaped: GitHub code scanning refuses the whole file where an absolute
 * URI has another scheme than the checkout's (docs.github.com, SARIF support for code scanning, "Specifying the root for source
 * files"), and multitool's rule GH1005 asks for relative references. Decoded it is the endpoint's name again.
 */
final class SarifUri {
    private static final Pattern ENDPOINT = Pattern.compile("[a-z][a-z0-9+.-]*://.*");
    private static final String UNRESERVED = "-._~/!@";

    private SarifUri() {}

    /** Whether it names a host instead of a place below the scanned root. */
    static boolean endpoint(String location) {
        return ENDPOINT.matcher(location).matches();
    }

    static String of(String location) {
        StringBuilder out = new StringBuilder();
        for (byte b : location.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (plain || c < 0x80 && UNRESERVED.indexOf(c) >= 0) {
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
