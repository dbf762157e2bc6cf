package dev.shirube.material.textkey;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset.KeyKind;
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
import dev.shirube.material.RawKeys;
import dev.shirube.material.TextLines;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and signatures of minisign and of OpenBSD's signify: Ed25519, told apart by their first bytes and their length. */
public final class MinisignDetector implements Detector {

    private static final String COMMENT = "untrusted comment:";
    private static final String TOOL = "minisign";

    /** The line behind the comment. */
    private static final Pattern BLOCK =
            Pattern.compile(COMMENT + "[^\\r\\n]{0,1024}(?:\\r?\\n|\\\\n)\\s{0,40}(R[A-Za-z0-9+/]{40,300}+={0,2}+)");

    /** A public key on a command line or in a script. */
    private static final Pattern INLINE =
            Pattern.compile("(?<![A-Za-z0-9+/])(RW[QRST][A-Za-z0-9+/]{53}+)(?![A-Za-z0-9+/=])");

    private static final int MAX_KEYS = 10_000;

    /** Lengths: public key, signature, secret key of signify, secret key of minisign. */
    private static final int PUBLIC = 42;

    private static final int SIGNATURE = 74;
    private static final int SIGNIFY_SECRET = 104;
    private static final int MINISIGN_SECRET = 158;

    private final KeyClaims claims;

    /** A detector that names algorithms by that registry. */
    public MinisignDetector(AlgorithmRegistry registry) {
        claims = new KeyClaims(new Claims(id(), version(), registry), TOOL);
    }

    @Override
    public String id() {
        return "minisign";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(COMMENT, TOOL));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What keys and signatures stand in the text at that location. */
    Detection read(String location, String text) {
        DetectionBuilder found = new DetectionBuilder();
        boolean files = text.contains(COMMENT);
        // In a file the key has its comment before it; elsewhere the tool's name must be near.
        Matcher matcher = (files ? BLOCK : INLINE).matcher(text);
        TextLines lines = new TextLines(text);
        for (int count = 0; count < MAX_KEYS && matcher.find(); count++) {
            Optional<byte[]> bytes = KeyText.decode(matcher.group(1));
            Place place = Place.of(location).atLine(lines.at(matcher.start(1)));
            if (bytes.isPresent() && bytes.get()[0] == 'E') {
                block(place, bytes.get(), found);
            }
        }
        return found.build();
    }

    private void block(Place place, byte[] bytes, DetectionBuilder found) {
        try {
            switch (bytes.length) {
                case PUBLIC -> key(place, KeyKind.PUBLIC, bytes, 10, "", found);
                case SIGNATURE ->
                    claims.algorithm(
                            place,
                            ed25519(),
                            CryptoFunction.SIGN,
                            List.of(bytes[1] == 'D' ? "over BLAKE2b" : "Ed25519"),
                            "signature",
                            "minisign-signature",
                            found);
                case SIGNIFY_SECRET -> secret(place, bytes, Arrays.equals(bytes, 4, 8, new byte[4], 0, 4), 72, found);
                case MINISIGN_SECRET -> secret(place, bytes, bytes[2] == 0 && bytes[3] == 0, 94, found);
                default -> {
                    // Something else that begins with an R.
                }
            }
        } catch (DerException e) {
            found.add(Diagnostic.of(
                    DiagnosticCode.MALFORMED, Inputs.describe(place), "minisign or signify key", e.getMessage()));
        }
    }

    /** A secret key ends with its public part; under a passphrase that is encrypted too. */
    private void secret(Place place, byte[] bytes, boolean open, int publicPart, DetectionBuilder found)
            throws DerException {
        if (open) {
            key(place, KeyKind.PRIVATE, bytes, publicPart, "not-locked", found);
        } else {
            claims.locked(place, ed25519(), bytes, List.of("locked"), "secret key", "minisign-secret-key", found);
        }
    }

    private void key(Place place, KeyKind kind, byte[] bytes, int at, String note, DetectionBuilder found)
            throws DerException {
        claims.key(
                place,
                kind,
                RawKeys.octets(RawKeys.ED25519, Arrays.copyOfRange(bytes, at, at + 32)),
                note.isEmpty() ? List.of("Ed25519") : List.of("Ed25519", note),
                kind == KeyKind.PRIVATE ? "secret key" : "public key",
                kind == KeyKind.PRIVATE ? "minisign-secret-key" : "minisign-public-key",
                found);
    }

    private static Algorithm ed25519() {
        return Algorithm.Known.of("eddsa").withCurve("other/Ed25519");
    }
}
