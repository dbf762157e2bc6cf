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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds PEM and Base64 of DER in any text and hands each block on as a derived input in DER ({@code app.yaml!pem@12}); it
 * knows no certificate and no key, except for traditional encrypted keys, whose encryption is part of PEM itself.
 */
public final class PemDetector implements Detector {

    /** More blocks than any bundle of certificates has. */
    static final int MAX_BLOCKS = 10_000;

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
        return "4";
    }

    @Override
    public Anchors anchors() {
        List<String> anchors = new ArrayList<>(Base64Text.ANCHORS);
        anchors.add("-----BEGIN ");
        return Anchors.anyOf(anchors);
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
            encoded(input, text, blocks(input, unit, text, found), found);
            return found.build();
        });
    }

    /** Adds what stands between PEM markers, and returns where that was. */
    private PemText blocks(ScanInput input, ScanUnit unit, String text, DetectionBuilder found) {
        PemText pem = new PemText(text);
        List<PemBlock> blocks = pem.blocks(MAX_BLOCKS);
        Set<String> labels = blocks.stream().map(PemBlock::label).collect(Collectors.toSet());
        Map<Integer, Integer> onLine = new HashMap<>();
        for (PemBlock block : blocks) {
            int index = onLine.merge(block.line(), 1, Integer::sum);
            String location = Place.cut(input.location(), Place.PEM, block.line(), index);
            if (!ParameterBlocks.KEYS.containsKey(block.label())) {
                block(unit, block, location, found);
            } else if (!labels.contains(ParameterBlocks.KEYS.get(block.label()))) {
                ParameterBlocks.add(claims, Place.of(location), block, found);
            }
        }
        if (blocks.size() == MAX_BLOCKS) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    input.location(),
                    "pem-blocks=" + MAX_BLOCKS,
                    "line " + blocks.get(MAX_BLOCKS - 1).line()));
        }
        return pem;
    }

    private void block(ScanUnit unit, PemBlock block, String location, DetectionBuilder found) {
        if (block.headers().containsKey("DEK-Info")) {
            new TraditionalPem(claims, FileBudget.of(unit, location).passwords()).add(block, location, found);
        } else {
            found.add(new DerivedInput(location, block.body()));
        }
    }

    private static void encoded(ScanInput input, String text, PemText pem, DetectionBuilder found) {
        Base64Text base64 = new Base64Text(text, pem.spans());
        Map<Integer, Integer> onLine = new HashMap<>();
        List<Base64Text.Found> values = base64.found(MAX_BLOCKS);
        for (Base64Text.Found value : values) {
            int index = onLine.merge(value.span().line(), 1, Integer::sum);
            found.add(new DerivedInput(
                    Place.cut(input.location(), Place.BASE64, value.span().line(), index), value.bytes()));
        }
        if (values.size() == MAX_BLOCKS || base64.exhausted()) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    input.location(),
                    "base64-values=" + MAX_BLOCKS,
                    values.size() + " values"));
        }
        broken(input, pem, base64, values, found);
    }

    /** A marker that stands apart from its Base64 is not broken, and what is broken is told of once. */
    private static void broken(
            ScanInput input, PemText pem, Base64Text base64, List<Base64Text.Found> values, DetectionBuilder found) {
        for (TextSpan span : pem.broken()) {
            if (values.stream().noneMatch(it -> TextSpan.anyHolds(List.of(span), it.span()))) {
                found.add(Diagnostic.of(
                        DiagnosticCode.MALFORMED,
                        describe(input, span.line()),
                        "PEM block",
                        "it is cut off or no Base64"));
            }
        }
        for (TextSpan span : base64.broken()) {
            if (!TextSpan.anyHolds(pem.broken(), span)) {
                found.add(Diagnostic.of(
                        DiagnosticCode.MALFORMED,
                        describe(input, span.line()),
                        "certificate or key in Base64",
                        "it is cut off"));
            }
        }
    }

    private static String describe(ScanInput input, int line) {
        return Inputs.describe(Place.of(input.location()).atLine(line));
    }
}
