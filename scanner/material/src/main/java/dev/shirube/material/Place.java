package dev.shirube.material;

import dev.shirube.domain.CodeContext;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Occurrence;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person finds a piece of material: the containing file and, for what was cut out of a text, the line there.
 *
 * <p>A block cut out of a text travels through the engine as {@code app.yaml!pem@12}. The occurrence says {@code app.yaml},
 * line 12: it reads like any other finding, and a block that moves to another line stays the same finding.
 */
public record Place(String location, OptionalInt line) {

    /** What separates a text's location from the line of what was cut out of it. */
    public static final String PEM = "!pem@";

    /** The same for Base64 around PEM, as Kubernetes secrets have it. */
    public static final String BASE64 = "!base64@";

    /** The same for the content of OpenPGP armour (RFC 9580 section 6.2). */
    public static final String OPENPGP = "!pgp@";

    private static final Pattern CUT = Pattern.compile("!(?:pem|base64|pgp)@([0-9]{1,9})(?:\\.[0-9]{1,9})?(?=!|$)");

    private static final Pattern OPENPGP_BODY = Pattern.compile("!pgp@[0-9.]+$");

    private static final Pattern CHAIN_MEMBER = Pattern.compile("!chain(@[\\w.-]+)?/[0-9]+$");

    private static final Pattern PEM_BODY = Pattern.compile("!pem@[0-9.]+$");

    /** The place of an input with that location. */
    public static Place of(String location) {
        Matcher cut = CUT.matcher(location);
        if (!cut.find() || cut.start() == 0) {
            return new Place(location, OptionalInt.empty());
        }
        OptionalInt line = OptionalInt.of(Integer.parseInt(cut.group(1)));
        return new Place(cut.replaceAll(""), line);
    }

    /** The place on that line, unless the line is known from outside already. */
    public Place atLine(int value) {
        return line.isPresent() ? this : new Place(location, OptionalInt.of(value));
    }

    /** Whether that is the location of the body of a PEM block. */
    public static boolean isPemBody(String location) {
        return location.contains(PEM) && PEM_BODY.matcher(location).find();
    }

    /**
     * Whether what is there was said to be DER by what it was cut out of: the body of a PEM block, or a certificate of a
     * TLS handshake.
     */
    static boolean promisesDer(String location) {
        return isPemBody(location)
                || location.startsWith("tls://")
                        && CHAIN_MEMBER.matcher(location).find();
    }

    /** Whether that is the location of what stood in OpenPGP armour. */
    public static boolean isOpenPgpBody(String location) {
        return location.contains(OPENPGP) && OPENPGP_BODY.matcher(location).find();
    }

    /** Location for what is cut out of the text at that location; {@code index} counts from 1 within the line. */
    public static String cut(String location, String marker, int line, int index) {
        return location + marker + line + (index > 1 ? "." + index : "");
    }

    /** An occurrence of key material here. */
    public Occurrence occurrence(String symbol, EvidenceKind kind) {
        return new Occurrence(location, line, OptionalInt.empty(), "", symbol, 0, kind, CodeContext.of(location));
    }
}
