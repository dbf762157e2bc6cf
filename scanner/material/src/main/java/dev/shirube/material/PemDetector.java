package dev.shirube.material;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detection.DerivedInput;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds PEM in any text and hands each block on as a derived input in DER ({@code app.yaml!pem@12}); it knows no
 * certificate and no key, except for traditional encrypted keys, whose encryption is part of PEM itself.
 */
public final class PemDetector implements Detector {

    /** More blocks than any bundle of certificates has. */
    static final int MAX_BLOCKS = 10_000;

    /** {@code -----BEGIN} in Base64, as Kubernetes secrets hold it. */
    private static final String ENCODED_MARKER = "LS0tLS1CRUdJTi";

    private static final Pattern ENCODED = Pattern.compile(ENCODED_MARKER + "[A-Za-z0-9+/]{40,}={0,2}");

    /** Blocks that hold no key and no certificate: parameters stand again in the key itself. */
    private static final Set<String> WITHOUT_KEYS = Set.of("EC PARAMETERS", "DSA PARAMETERS", "X509 CRL");

    private final Claims claims;

    /** A detector that names algorithms by that registry. */
    public PemDetector(AlgorithmRegistry registry) {
        claims = new Claims(id(), version(), registry);
    }

    @Override
    public String id() {
        return "pem";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of("-----BEGIN ", ENCODED_MARKER));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> {
            // Every byte becomes one character: the markers and Base64 are ASCII, whatever the text around them is.
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            DetectionBuilder found = new DetectionBuilder();
            blocks(input, unit, text, found);
            encoded(input, text, found);
            return found.build();
        });
    }

    private void blocks(ScanInput input, ScanUnit unit, String text, DetectionBuilder found) {
        PemText pem = new PemText(text);
        List<PemBlock> blocks = pem.blocks(MAX_BLOCKS);
        Map<Integer, Integer> onLine = new HashMap<>();
        for (PemBlock block : blocks) {
            int index = onLine.merge(block.line(), 1, Integer::sum);
            block(input, unit, block, Place.cut(input.location(), Place.PEM, block.line(), index), found);
        }
        if (blocks.size() == MAX_BLOCKS) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    input.location(),
                    "pem-blocks=" + MAX_BLOCKS,
                    "line " + blocks.get(MAX_BLOCKS - 1).line()));
        }
        for (int line : pem.broken()) {
            found.add(Diagnostic.of(
                    DiagnosticCode.MALFORMED, describe(input, line), "PEM block", "it is cut off or no Base64"));
        }
    }

    private void block(ScanInput input, ScanUnit unit, PemBlock block, String location, DetectionBuilder found) {
        if (block.headers().containsKey("DEK-Info")) {
            new TraditionalPem(claims, unit.context().passwords()).add(block, location, found);
        } else if (!WITHOUT_KEYS.contains(block.label())) {
            found.add(new DerivedInput(location, block.body()));
        }
    }

    private static void encoded(ScanInput input, String text, DetectionBuilder found) {
        Matcher matcher = ENCODED.matcher(text);
        TextLines lines = new TextLines(text);
        Map<Integer, Integer> onLine = new HashMap<>();
        for (int count = 0; count < MAX_BLOCKS && matcher.find(); count++) {
            String base64 = matcher.group();
            // A length that is no multiple of four is Base64 without padding, or prose; its whole quarters still count.
            String whole = base64.substring(0, base64.length() - base64.length() % 4);
            int line = lines.at(matcher.start());
            int index = onLine.merge(line, 1, Integer::sum);
            found.add(new DerivedInput(
                    Place.cut(input.location(), Place.BASE64, line, index),
                    Base64.getDecoder().decode(whole)));
        }
    }

    private static String describe(ScanInput input, int line) {
        return Inputs.describe(Place.of(input.location()).atLine(line));
    }
}
