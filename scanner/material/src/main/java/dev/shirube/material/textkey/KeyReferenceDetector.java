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
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.KeyClaims;
import dev.shirube.material.Place;
import dev.shirube.material.TextLines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to keys that lie in hardware or with a cloud's key service: PKCS#11 URIs (RFC 7512), TPM URLs of GnuTLS and the
 * KMS URIs of sigstore. What kind of key is meant only the other side knows, so the algorithm stays unresolved.
 */
public final class KeyReferenceDetector implements Detector {

    /** Schemes, each with what must follow so that it is a reference and no talk about one. */
    private static final Map<String, Pattern> SCHEMES = new TreeMap<>(Map.of(
            "pkcs11:",
            Pattern.compile("(?:[a-z0-9-]{2,20}=[^;?&\\s\"'<>`]{1,300}[;?&]){0,20}"
                    + "(?:token|object|id|serial|slot-id|model|manufacturer|library-description|library-manufacturer|type)"
                    + "=[^\\s\"'<>`]{1,500}"),
            "tpmkey:",
            Pattern.compile("(?:file|uuid)=[^\\s\"'<>`]{1,300}"),
            "tpmkms:",
            Pattern.compile("[a-z]{2,20}=[^\\s\"'<>`]{1,300}"),
            "awskms://",
            Pattern.compile("/{0,1}[^\\s\"'<>`]{8,300}"),
            "gcpkms://",
            Pattern.compile("projects/[^\\s\"'<>`]{8,300}"),
            "azurekms://",
            Pattern.compile("[^\\s\"'<>`]{8,300}"),
            "hashivault://",
            Pattern.compile("[^\\s\"'<>`$]{1,300}")));

    /** Attributes of a URI that tell which key is meant; a PIN or where it lies is none of them. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(token|object|id|type|slot-id|name|uuid)=([^;?&\\s\"'<>`]{1,100})");

    private static final int MAX_REFERENCES = 10_000;

    private final KeyClaims claims;

    /** A detector that names algorithms by that registry. */
    public KeyReferenceDetector(AlgorithmRegistry registry) {
        claims = new KeyClaims(new Claims(id(), version(), registry), "reference");
    }

    @Override
    public String id() {
        return "key-reference";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(SCHEMES.keySet());
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What references stand in the text at that location. */
    Detection read(String location, String text) {
        DetectionBuilder found = new DetectionBuilder();
        SCHEMES.forEach((scheme, pattern) -> scheme(location, text, scheme, pattern, found));
        return found.build();
    }

    private void scheme(String location, String text, String scheme, Pattern pattern, DetectionBuilder found) {
        TextLines lines = new TextLines(text);
        Matcher matcher = pattern.matcher(text);
        int at = text.indexOf(scheme);
        for (int count = 0; at >= 0; count++) {
            int from = at + scheme.length();
            int line = lines.at(at);
            if (count == MAX_REFERENCES) {
                found.add(Diagnostic.of(
                        DiagnosticCode.LIMIT_REACHED, location, "key-references=" + MAX_REFERENCES, "line " + line));
                return;
            }
            matcher.region(from, text.length());
            boolean wordBefore = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
            if (!wordBefore && matcher.lookingAt() && !matcher.group().contains("...")) {
                reference(Place.of(location).atLine(line), scheme, matcher.group(), found);
            }
            at = text.indexOf(scheme, from);
        }
    }

    private void reference(Place place, String scheme, String uri, DetectionBuilder found) {
        String name = scheme.substring(0, scheme.indexOf(':'));
        List<String> values = new ArrayList<>(List.of(name));
        if (!scheme.endsWith("/")) {
            Matcher attribute = ATTRIBUTE.matcher(uri);
            while (attribute.find()) {
                values.add(attribute.group());
            }
            if (values.contains("type=cert") || values.contains("type=secret-key") || values.contains("type=data")) {
                values.add("no key pair");
            }
        }
        claims.algorithm(
                place,
                new Algorithm.Unresolved(name),
                CryptoFunction.KEY_LOAD,
                values,
                name + " URI",
                "key-reference",
                found);
    }
}
