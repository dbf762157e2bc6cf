package dev.shirube.material.library;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in the bytes of a native library, which is neither loaded nor understood. */
final class NativeText {

    private static final String OPENSSL = "OpenSSL ";

    /** As OPENSSL_VERSION_TEXT has it: {@code OpenSSL 3.5.0 8 Apr 2025}. BoringSSL's text has no date. */
    private static final Pattern VERSION = Pattern.compile(
            "OpenSSL ([0-9]{1,2}(?:\\.[0-9]{1,2}){2}[a-z]{0,2}) {1,2}[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4}");

    private static final int LONGEST = 60;

    /** Every byte as one character: searching that is what the platform does fastest. */
    private final String text;

    NativeText(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    boolean contains(String wanted) {
        return text.contains(wanted);
    }

    /** The version of OpenSSL that is compiled in; an empty text where none is told, or several are. */
    String openSslVersion() {
        String version = "";
        for (int at = text.indexOf(OPENSSL); at >= 0; at = text.indexOf(OPENSSL, at + 1)) {
            Matcher found = VERSION.matcher(text.substring(at, Math.min(text.length(), at + LONGEST)));
            if (found.lookingAt()) {
                if (!version.isEmpty() && !version.equals(found.group(1))) {
                    return "";
                }
                version = found.group(1);
            }
        }
        return version;
    }
}
