package dev.shirube.material;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Base64 in any text that holds key material without PEM markers around it: PEM that was encoded once more (secrets of
 * Kubernetes), and DER or a Java keystore as the value of a setting ({@code x5c}, SAML, Terraform, parts of a mail).
 *
 * <p>What looks like it must also be it: DER counts only if its length fits and it has the shape of a certificate, a key or
 * something signed. So words, random text and shortened examples are nothing.
 */
final class Base64Text {

    /** {@code -----BEGIN} in Base64. */
    static final String ENCODED_MARKER = "LS0tLS1CRUdJTi";

    /**
     * How DER begins in Base64: a SEQUENCE of up to 16 KB; shorter keys by the object identifier that follows; larger and
     * indefinite PKCS#7; and the magic numbers of JKS and JCEKS.
     */
    static final List<String> ANCHORS = List.of(
            ENCODED_MARKER,
            "MII",
            "MIAGCSqGSIb3DQEH",
            "KoZIhvcNAQc",
            "MFkwEwYHKoZIzj0",
            "MHYwEAYHKoZIzj0",
            "MIGbMBAGByqGSM49",
            "MIGfMA0GCSqGSIb3",
            "MHcCAQEEI",
            "AgEBBD",
            "AgEAM",
            "CAQAw",
            "MCowBQYDK2V",
            "MC4CAQAwBQYDK2V",
            "MEMwBQYDK2V",
            "MEcCAQAwBQYDK2V",
            "/u3+7QAAAA",
            "zs7OzgAAAA");

    /** At a place where Base64 may begin; the n of an escaped line end is no letter of it. */
    private static final Pattern START = Pattern.compile("(?:(?<![A-Za-z0-9+/_-])|(?<=\\\\[nrt]))(?:" + ENCODED_MARKER
            + "|MI[I-L][A-Za-z0-9+/]{4}|MIAGCSqG|MFkwEwYH|MHYwEAYH|MI[GH][a-zA-Z0-9+/](?:Ag|M[A-I])|MHcCAQEE|M[CE][a-zA-Z0-9][wC][BA]"
            + "|/u3\\+7QAAAA|zs7OzgAAAA)");

    /** Fewer letters say too little: the public key of Ed25519, the shortest that is looked for, has 60. */
    private static final int FEWEST_LETTERS = 56;

    /** A value that is cut off after so many letters was no example in prose. */
    private static final int MANY_LETTERS = 200;

    /** The tags before the key in a DKIM record are not longer. */
    private static final int LONGEST_TAGS = 300;

    private static final int MOST_LETTERS = 8 << 20;

    private final String text;
    private final List<TextSpan> elsewhere;
    private final List<TextSpan> broken = new ArrayList<>();
    private long budget;
    private boolean exhausted;

    /**
     * What was found.
     *
     * @param span where it stands
     * @param bytes decoded
     */
    record Found(TextSpan span, byte[] bytes) {}

    /**
     * Looks through that text.
     *
     * @param elsewhere what is read as PEM already, in the order of the text
     */
    Base64Text(String text, List<TextSpan> elsewhere) {
        this.text = text;
        this.elsewhere = List.copyOf(elsewhere);
        budget = 4L * text.length() + MOST_LETTERS;
    }

    /** All values, in the order of the text; at most that many. */
    List<Found> found(int limit) {
        List<Found> found = new ArrayList<>();
        TextLines lines = new TextLines(text);
        Matcher start = START.matcher(text);
        int from = 0;
        int block = 0;
        while (found.size() < limit && !exhausted && start.find(from)) {
            from = start.start() + 1;
            while (block < elsewhere.size() && elsewhere.get(block).to() <= start.start()) {
                block++;
            }
            if (block < elsewhere.size() && elsewhere.get(block).from() <= start.start()) {
                from = elsewhere.get(block).to();
                continue;
            }
            if (isDkim(start.start())) {
                continue;
            }
            Base64Run run = new Base64Run(text, start.start());
            Optional<byte[]> value = text.startsWith(ENCODED_MARKER, start.start()) ? encoded(run) : der(run);
            budget -= run.length();
            exhausted = budget < 0;
            if (value.isPresent() || broken.size() < PemText.MOST_BROKEN && isCutOff(run)) {
                from = Math.max(from, run.end());
                TextSpan span = new TextSpan(lines.at(start.start()), start.start(), from);
                value.ifPresentOrElse(it -> found.add(new Found(span, it)), () -> broken.add(span));
            }
        }
        return found;
    }

    /** Values that begin like DER of some length and end too early. */
    List<TextSpan> broken() {
        return List.copyOf(broken);
    }

    /** Whether looking ended early, because the text repeats the beginning of such values too often. */
    boolean exhausted() {
        return exhausted;
    }

    /** The key of a DKIM record (RFC 6376 section 3.6.1) is told of as such, by the detector of what stands in the DNS. */
    private boolean isDkim(int at) {
        return text.startsWith("p=", at - 2)
                && text.substring(Math.max(0, at - LONGEST_TAGS), at).contains("v=DKIM1");
    }

    private static Optional<byte[]> encoded(Base64Run run) {
        run.take(MOST_LETTERS, false);
        return run.length() < FEWEST_LETTERS ? Optional.empty() : Optional.of(decode(run.letters()));
    }

    private static Optional<byte[]> der(Base64Run run) {
        run.take(8, false);
        if (run.length() < 8) {
            return Optional.empty();
        }
        byte[] head = decode(run.letters().substring(0, 8));
        long length = announced(head);
        boolean open = length < 0;
        long wanted = open ? MOST_LETTERS : (length * 4 + 2) / 3;
        if (wanted > MOST_LETTERS) {
            return Optional.empty();
        }
        run.take((int) wanted, !open);
        if (run.length() < Math.max(FEWEST_LETTERS, open ? 0 : wanted)) {
            return Optional.empty();
        }
        byte[] bytes = decode(run.letters());
        return KeystoreDetector.isJavaKeystore(bytes) || Base64Content.isMaterial(bytes, open)
                ? Optional.of(bytes)
                : Optional.empty();
    }

    /** Bytes that the object announces, header included; -1 where it does not tell. */
    private static long announced(byte[] head) {
        int first = head[1] & 0xff;
        if (head[0] != 0x30 || first == 0x80 || first > 0x83) {
            return -1;
        }
        if (first < 0x80) {
            return 2L + first;
        }
        long length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | head[2 + i] & 0xff;
        }
        return 2L + (first & 0x7f) + length;
    }

    private static byte[] decode(String letters) {
        // One letter more than whole bytes are made of carries none.
        int whole = letters.length() % 4 == 1 ? letters.length() - 1 : letters.length();
        return Base64.getDecoder().decode(letters.substring(0, whole));
    }

    /** A shortened example goes on with dots or a placeholder; what is cut off simply ends. */
    private boolean isCutOff(Base64Run run) {
        if (run.length() < MANY_LETTERS || text.startsWith("...", run.end())) {
            return false;
        }
        byte[] head = decode(run.letters().substring(0, 12));
        boolean inner = head[4] == 0x30 && (head[5] & 0xff) == 0x82
                || head[4] == 0x02 && head[5] == 1 && head[6] <= 3
                || head[4] == 0x06 && head[5] == 9;
        return head[0] == 0x30 && (head[1] & 0xff) == 0x82 && inner && (run.length() * 3L + 3) / 4 < announced(head);
    }
}
