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
import dev.shirube.material.Inputs;
import dev.shirube.material.Place;
import dev.shirube.material.SshKeyClaims;
import dev.shirube.material.TextLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public keys of SSH in the file format of RFC 4716, and the private keys of ssh.com that look like them. */
public final class Ssh2KeyDetector implements Detector {

    private static final String PUBLIC = "---- BEGIN SSH2 PUBLIC KEY ----";
    private static final String PRIVATE = "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----";

    private static final Pattern BLOCK =
            Pattern.compile("---- BEGIN (SSH2 (?:PUBLIC|ENCRYPTED PRIVATE) KEY) ----(?!-)");

    private static final Pattern HEADER = Pattern.compile("^[^:\\s]{1,64}:.*");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

    /** More keys than one text of practice holds. */
    private static final int MAX_KEYS = 10_000;

    private static final int MAX_CHARS = 32 << 10;

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public Ssh2KeyDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "ssh2-key";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(PUBLIC, PRIVATE));
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
        Matcher block = BLOCK.matcher(text);
        for (int count = 0; count < MAX_KEYS && block.find(); count++) {
            String rest = text.substring(block.end(), Math.min(text.length(), block.end() + MAX_CHARS));
            int end = rest.indexOf("---- END " + block.group(1));
            if (end >= 0) {
                Place place = Place.of(location).atLine(lines.at(block.start()));
                body(rest.substring(0, end)).ifPresent(it -> block(place, block.group(1), it, found));
            }
        }
        return found.build();
    }

    /** The Base64 behind the headers, whose lines a backslash continues (section 3.3); nothing for a placeholder. */
    private static Optional<String> body(String framed) {
        StringBuilder body = new StringBuilder();
        boolean continued = false;
        for (String line : framed.split("\\R")) {
            String content = line.strip();
            if (continued || body.length() == 0 && HEADER.matcher(content).matches()) {
                continued = content.endsWith("\\");
            } else if (BASE64.matcher(content).matches()) {
                body.append(content);
            } else if (!content.isEmpty()) {
                return Optional.empty();
            }
        }
        return body.length() < 20 ? Optional.empty() : Optional.of(body.toString());
    }

    private void block(Place place, String label, String base64, DetectionBuilder found) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (label.contains("PUBLIC")) {
                new SshKeyClaims(claims)
                        .add(place, KeyKind.PUBLIC, bytes, List.of(), "RFC 4716", "ssh2-public-key", found);
            } else {
                new Ssh2PrivateKey(claims).add(place, bytes, found);
            }
        } catch (DerException e) {
            malformed(place, label, e.getMessage(), found);
        } catch (IOException | IllegalArgumentException e) {
            malformed(place, label, "no Base64", found);
        }
    }

    private static void malformed(Place place, String label, String reason, DetectionBuilder found) {
        found.add(Diagnostic.of(DiagnosticCode.MALFORMED, Inputs.describe(place), label, reason));
    }
}
