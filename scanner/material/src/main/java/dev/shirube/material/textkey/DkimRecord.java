package dev.shirube.material.textkey;

import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import dev.shirube.material.RawKeys;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DKIM key record with a key of Ed25519 (RFC 8463 section 4), in whatever quotes and pieces it stands. A key of RSA
 * (RFC 6376 section 3.6.1) is DER in Base64 and found as such, as in any other text.
 */
final class DkimRecord {

    /** Where one piece of a text record ends and the next begins. */
    private static final Pattern SEAM = Pattern.compile("\\\\?\"\\s*\\\\?\"");

    private static final Pattern KIND = Pattern.compile("\\bk=\\s*ed25519\\b");
    private static final Pattern KEY = Pattern.compile("\\bp=\\s*([A-Za-z0-9+/]{40,}={0,2})");

    /** Further than such a record goes. */
    private static final int MAX_CHARS = 1024;

    private static final int BYTES = 32;

    private final KeyClaims keys;

    DkimRecord(Claims claims) {
        keys = new KeyClaims(claims, "DKIM");
    }

    /** The key of the record that begins the text. */
    void add(Place place, String text, DetectionBuilder found) {
        String record = text.substring(0, Math.min(text.length(), MAX_CHARS));
        String joined = SEAM.matcher(record).replaceAll("");
        int next = joined.indexOf("v=DKIM1", 1);
        joined = next < 0 ? joined : joined.substring(0, next);
        Matcher key = KEY.matcher(joined);
        if (!KIND.matcher(joined).find() || !key.find()) {
            return; // another kind; or it was revoked, or is an example
        }
        Optional<byte[]> bytes = KeyText.decode(key.group(1));
        try {
            if (bytes.isPresent()) {
                if (bytes.get().length != BYTES) {
                    throw new DerException("a key of " + bytes.get().length + " bytes");
                }
                keys.key(
                        place,
                        KeyKind.PUBLIC,
                        RawKeys.octets(RawKeys.ED25519, bytes.get()),
                        List.of("ed25519"),
                        "DKIM",
                        "dkim-key",
                        found);
            }
        } catch (DerException e) {
            found.add(Diagnostic.of(DiagnosticCode.MALFORMED, Inputs.describe(place), "DKIM record", e.getMessage()));
        }
    }
}
