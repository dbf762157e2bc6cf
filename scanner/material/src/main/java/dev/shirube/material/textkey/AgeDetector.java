package dev.shirube.material.textkey;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.Claims;
import dev.shirube.material.DerException;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import dev.shirube.material.TextLines;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identities and recipients of age, and files that age encrypted (c2sp.org/age). */
public final class AgeDetector implements Detector {

    /** First line of an encrypted file. */
    private static final String FILE = "age-encryption.org/v1";

    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z0-9])(AGE-(?:SECRET-KEY|PLUGIN)-[A-Z0-9-]{20,3000}+"
            + "|age1[a-z0-9]{50,4000}+)(?![A-Za-z0-9])");

    /** A recipient of an encrypted file: the first word tells its kind. */
    private static final Pattern STANZA = Pattern.compile("^-> ([!-~]{1,60})(?: .*)?$");

    /** More keys than any list of recipients. */
    private static final int MAX_KEYS = 10_000;

    /** A header holds one short stanza for each recipient. */
    private static final int MAX_HEADER = 256 << 10;

    private final KeyClaims claims;

    /** A detector that names algorithms by that registry. */
    public AgeDetector(AlgorithmRegistry registry) {
        claims = new KeyClaims(new Claims(id(), version(), registry), "age");
    }

    @Override
    public String id() {
        return "age";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of("AGE-SECRET-KEY-", "AGE-PLUGIN-", "age1", FILE));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), bytes));
    }

    /** What keys stand in the bytes at that location, or to which kinds of keys they are encrypted. */
    Detection read(String location, byte[] bytes) {
        DetectionBuilder found = new DetectionBuilder();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith(FILE + "\n")) {
            recipients(Place.of(location), text, found);
        } else {
            keys(location, text, found);
        }
        return found.build();
    }

    private void keys(String location, String text, DetectionBuilder found) {
        Matcher matcher = KEY.matcher(text);
        TextLines lines = new TextLines(text);
        for (int count = 0; matcher.find(); count++) {
            int line = lines.at(matcher.start());
            if (count == MAX_KEYS) {
                found.add(
                        Diagnostic.of(DiagnosticCode.LIMIT_REACHED, location, "age-keys=" + MAX_KEYS, "line " + line));
                return;
            }
            Optional<Bech32.Decoded> decoded = Bech32.decode(matcher.group(1));
            Place place = Place.of(location).atLine(line);
            try {
                if (decoded.isPresent()) {
                    new AgeKeys(claims).add(place, decoded.get(), found);
                }
            } catch (DerException e) {
                found.add(Diagnostic.of(DiagnosticCode.MALFORMED, Inputs.describe(place), "age key", e.getMessage()));
            }
        }
    }

    private void recipients(Place place, String text, DetectionBuilder found) {
        TreeMap<String, Integer> kinds = new TreeMap<>();
        boolean passphrase = false;
        for (String line :
                text.substring(0, Math.min(text.length(), MAX_HEADER)).split("\n")) {
            Matcher stanza = STANZA.matcher(line);
            if (line.startsWith("---")) {
                break;
            }
            if (stanza.matches() && stanza.group(1).equals("scrypt")) {
                passphrase = true;
            } else if (stanza.matches() && !stanza.group(1).endsWith("-grease")) {
                kinds.merge(stanza.group(1), 1, Integer::sum);
            }
        }
        kinds.forEach((kind, count) -> claims.algorithm(
                place, stanza(kind), CryptoFunction.ENCRYPT, List.of(kind), "age stanza", "age-file", found));
        if (passphrase && kinds.isEmpty()) {
            found.add(Diagnostic.of(
                    DiagnosticCode.ENCRYPTED, Inputs.describe(place), "a file of age under a passphrase"));
        }
    }

    /** The algorithm of a kind of recipient (c2sp.org/age, native recipient types and SSH; age-plugin-yubikey). */
    private static Algorithm stanza(String kind) {
        return switch (kind) {
            case "X25519", "ssh-ed25519" -> Algorithm.Known.of("xdh").withCurve("other/Curve25519");
            case "ssh-rsa" -> Algorithm.Known.of("rsaes-oaep");
            case "p256tag", "piv-p256" -> Algorithm.Known.of("ecdh").withCurve("nist/P-256");
            case "mlkem768x25519" -> Algorithm.Known.of("hybrid-groups").withParameterSet("X-Wing");
            case "mlkem768p256tag" -> Algorithm.Known.of("hybrid-groups");
            default -> new Algorithm.Unresolved("age-stanza");
        };
    }
}
