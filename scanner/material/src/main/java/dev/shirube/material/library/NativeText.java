package dev.shirube.material.library;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in the bytes of a native library, which is neither loaded nor understood. */
record NativeText(byte[] bytes) {

    private static final String OPENSSL = "OpenSSL ";

    /** As OPENSSL_VERSION_TEXT has it: {@code OpenSSL 3.5.0 8 Apr 2025}. BoringSSL's text has no date. */
    private static final Pattern VERSION = Pattern.compile(
            "OpenSSL ([0-9]{1,2}(?:\\.[0-9]{1,2}){2}[a-z]{0,2}) {1,2}[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4}");

    private static final int LONGEST = 60;

    boolean contains(String text) {
        return find(text, 0) >= 0;
    }

    /** The version of OpenSSL that is compiled in; an empty text where none is told, or several are. */
    String openSslVersion() {
        String version = "";
        for (int at = find(OPENSSL, 0); at >= 0; at = find(OPENSSL, at + 1)) {
            int length = Math.min(LONGEST, bytes.length - at);
            Matcher found = VERSION.matcher(new String(bytes, at, length, StandardCharsets.ISO_8859_1));
            if (found.lookingAt()) {
                if (!version.isEmpty() && !version.equals(found.group(1))) {
                    return "";
                }
                version = found.group(1);
            }
        }
        return version;
    }

    private int find(String text, int from) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            int matched = 0;
            while (matched < wanted.length && bytes[i + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
