package dev.shirube.material.signed;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Detection.DerivedInput;
import dev.shirube.material.Claims;
import dev.shirube.material.Described;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Place;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of one PDF that hold CMS, as hexadecimal strings in the clear. */
final class PdfText {

    /** More than any document of practice. */
    private static final int MOST = 1000;

    /** A dictionary's other entries: long ones are no signature's. */
    private static final int NEIGHBOURHOOD = 4096;

    private static final int FEWEST_DIGITS = 64;
    private static final int MOST_DIGITS = 16 << 20;

    private static final Pattern SIGNATURE = Pattern.compile("/ByteRange|/Type\\s{0,8}/(?:Sig|DocTimeStamp)\\b");
    private static final Pattern SUB_FILTER = Pattern.compile("/SubFilter\\s{0,8}/([A-Za-z0-9._-]{1,60})");
    private static final Pattern DSS = Pattern.compile("/DSS\\b");
    private static final String RAW_RSA = "adbe.x509.rsa_sha1";

    private final Claims claims;
    private final String location;
    private final String text;
    private int count;
    private int close;

    PdfText(Claims claims, String location, String text) {
        this.claims = claims;
        this.location = location;
        this.text = text;
    }

    void read(DetectionBuilder found) {
        each("/Contents", found, this::signature);
        close = 0;
        each("/Recipients", found, this::recipients);
        if (count > 0 && DSS.matcher(text).find()) {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ,
                    location,
                    "certificates and revocation lists for later validation (DSS) in streams"));
        }
    }

    /** What is done at a place where a key of a dictionary ends. */
    private interface Reading {
        void at(int offset, DetectionBuilder found);
    }

    private void each(String key, DetectionBuilder found, Reading reading) {
        int at = text.indexOf(key);
        while (at >= 0) {
            if (count >= MOST) {
                found.add(
                        Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, "pdf-signatures=" + MOST, "byte " + at));
                return;
            }
            reading.at(blanks(at + key.length()), found);
            at = text.indexOf(key, at + key.length());
        }
    }

    private void signature(int at, DetectionBuilder found) {
        if (at >= text.length() || text.charAt(at) != '<' && text.charAt(at) != '(') {
            return; // the contents of a page are a reference
        }
        boolean hexadecimal = text.charAt(at) == '<';
        if (hexadecimal && !beginsHexadecimal(at + 1)) {
            return; // a dictionary, or a note of a few words
        }
        int end = hexadecimal ? close(at) : at;
        String around = before(at) + " " + after(end);
        if (!SIGNATURE.matcher(around).find()) {
            return;
        }
        String path = location + "!signature/" + ++count;
        if (!hexadecimal) {
            found.add(Diagnostic.of(DiagnosticCode.FORMAT_NOT_READ, path, "a PDF signature as a literal string"));
            return;
        }
        Optional<byte[]> bytes = end < text.length() ? hex(at + 1, end) : Optional.empty();
        if (bytes.isEmpty()) {
            placeholder(path, at, end, found);
            return;
        }
        Matcher filter = SUB_FILTER.matcher(around);
        if (filter.find() && filter.group(1).equals(RAW_RSA)) {
            rawSignature(path, around, found);
        } else {
            found.add(new DerivedInput(path, bytes.get()));
        }
    }

    /** A field that nobody signed yet is filled with zeros, or holds nothing. */
    private void placeholder(String path, int at, int end, DetectionBuilder found) {
        boolean cut = end >= text.length();
        boolean broken = end - at <= MOST_DIGITS
                && text.substring(at + 1, end).chars().anyMatch(it -> it != '0' && !Character.isWhitespace(it));
        if (cut || broken || end - at > MOST_DIGITS) {
            found.add(Diagnostic.of(
                    DiagnosticCode.MALFORMED, path, "PDF signature", cut ? "it is cut off" : "no hexadecimal digits"));
        }
    }

    /** A bare signature by PKCS #1 with SHA-1; the certificate stands beside it, not in it. */
    private void rawSignature(String path, String around, DetectionBuilder found) {
        Algorithm algorithm = Algorithm.Known.of("rsassa-pkcs1v15").withDigest("SHA-1");
        found.add(claims.material(
                new Place(path, OptionalInt.empty()),
                new CryptoAsset.AlgorithmAsset(algorithm),
                CryptoFunction.SIGN,
                "PDF signature",
                "pdf-sub-filter",
                new Described(algorithm, OptionalInt.empty(), List.of(RAW_RSA), "")));
        int certificate = around.indexOf("/Cert");
        if (certificate >= 0) {
            found.add(Diagnostic.of(DiagnosticCode.FORMAT_NOT_READ, path, "a certificate beside a bare signature"));
        }
    }

    private void recipients(int at, DetectionBuilder found) {
        int next = at < text.length() && text.charAt(at) == '[' ? blanks(at + 1) : at;
        if (next >= text.length() || text.charAt(next) != '<' && text.charAt(next) != '(') {
            return;
        }
        while (next < text.length() && text.charAt(next) == '<' && count < MOST) {
            int end = beginsHexadecimal(next + 1) ? close(next) : text.length();
            Optional<byte[]> bytes = end < text.length() ? hex(next + 1, end) : Optional.empty();
            if (bytes.isEmpty()) {
                return;
            }
            found.add(new DerivedInput(location + "!recipients/" + ++count, bytes.get()));
            next = blanks(end + 1);
        }
        if (next < text.length() && text.charAt(next) == '(') {
            found.add(Diagnostic.of(
                    DiagnosticCode.FORMAT_NOT_READ,
                    location + "!recipients/" + ++count,
                    "recipients of a PDF as literal strings"));
        }
    }

    /** Whether so many digits stand there as the shortest signature has; asked first, because it costs little. */
    private boolean beginsHexadecimal(int from) {
        int digits = 0;
        for (int at = from; at < text.length() && digits < FEWEST_DIGITS; at++) {
            char c = text.charAt(at);
            if (Character.digit(c, 16) >= 0) {
                digits++;
            } else if (!Character.isWhitespace(c)) {
                return false;
            }
        }
        return digits == FEWEST_DIGITS;
    }

    /** Where the string that is open there ends; the end of the text, if it does not. Places must rise from call to call. */
    private int close(int at) {
        if (close < at) {
            int next = text.indexOf('>', at);
            close = next < 0 ? text.length() : next;
        }
        return close;
    }

    private Optional<byte[]> hex(int from, int to) {
        if (to - from < FEWEST_DIGITS || to - from > MOST_DIGITS || text.charAt(from) == '0') {
            return Optional.empty();
        }
        String digits = text.substring(from, to).replaceAll("\\s+", "");
        try {
            return Optional.of(HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "0"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The entries of the same object before that offset. */
    private String before(int at) {
        String before = text.substring(Math.max(0, at - NEIGHBOURHOOD), at);
        int start = before.lastIndexOf(" obj");
        return start < 0 ? before : before.substring(start);
    }

    /** The entries of the same object behind that offset. */
    private String after(int at) {
        String after = text.substring(at, Math.min(text.length(), at + NEIGHBOURHOOD));
        int end = after.indexOf("endobj");
        return end < 0 ? after : after.substring(0, end);
    }

    private int blanks(int at) {
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next;
    }
}
