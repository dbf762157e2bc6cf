package dev.shirube.material.ssh;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset.KeyKind;
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
import dev.shirube.material.FramedLines;
import dev.shirube.material.Inputs;
import dev.shirube.material.Place;
import dev.shirube.material.SshKeyClaims;
import dev.shirube.material.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PuTTY's private keys, versions 1 to 3 (PuTTY manual, appendix C): their public part is never locked. */
public final class PuttyKeyDetector implements Detector {

    private static final String FIRST = "PuTTY-User-Key-File-";

    private static final Pattern HEADER = Pattern.compile(FIRST + "([1-9]): ([a-z0-9@.-]{3,60})");
    private static final Pattern ENCRYPTION = Pattern.compile("Encryption: ([a-z0-9-]{1,20})");
    private static final Pattern PUBLIC = Pattern.compile("Public-Lines: ([0-9]{1,4})");

    /** More keys than one text of practice holds. */
    private static final int MAX_KEYS = 1000;

    /** A public part has at most as many characters. */
    private static final int MAX_CHARS = 8 << 10;

    private final SshKeyClaims keys;

    /** A detector that names algorithms by that registry. */
    public PuttyKeyDetector(AlgorithmRegistry registry) {
        keys = new SshKeyClaims(new Claims(id(), version(), registry));
    }

    @Override
    public String id() {
        return "putty-key";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(FIRST));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What keys stand in the text at that location. */
    Detection read(String location, String text) throws IOException {
        DetectionBuilder found = new DetectionBuilder();
        TextLines lines = new TextLines(text);
        Matcher header = HEADER.matcher(text);
        for (int count = 0; count < MAX_KEYS && header.find(); count++) {
            Place place = Place.of(location).atLine(lines.at(header.start()));
            String rest = text.substring(header.end(), Math.min(text.length(), header.end() + MAX_CHARS));
            key(place, header, FramedLines.of(rest), found);
        }
        return found.build();
    }

    private void key(Place place, Matcher header, List<String> lines, DetectionBuilder found) throws IOException {
        String encryption = "";
        StringBuilder blob = new StringBuilder();
        int missing = -1;
        for (String line : lines) {
            Matcher encrypted = ENCRYPTION.matcher(line);
            Matcher count = PUBLIC.matcher(line);
            if (missing > 0 && FramedLines.isBase64(line)) {
                blob.append(line);
                missing--;
            } else if (encrypted.matches()) {
                encryption = encrypted.group(1);
            } else if (count.matches()) {
                missing = Integer.parseInt(count.group(1));
            }
            if (missing == 0) {
                break;
            }
        }
        if (encryption.isEmpty() || blob.length() < 20) {
            return; // talk about such files
        }
        List<String> notes =
                List.of("PPK version " + header.group(1), encryption.equals("none") ? "not-locked" : "locked");
        try {
            if (missing > 0) {
                throw new DerException(missing + " lines of the public part are missing");
            }
            byte[] bytes = Base64.getDecoder().decode(blob.toString());
            keys.add(place, KeyKind.PRIVATE, bytes, notes, "PuTTY", "putty-private-key", found);
        } catch (DerException e) {
            malformed(place, e.getMessage(), found);
        } catch (IllegalArgumentException e) {
            malformed(place, "no Base64", found);
        }
    }

    private static void malformed(Place place, String reason, DetectionBuilder found) {
        found.add(Diagnostic.of(DiagnosticCode.MALFORMED, Inputs.describe(place), "PuTTY private key", reason));
    }
}
