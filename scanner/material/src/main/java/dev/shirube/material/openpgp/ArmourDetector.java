package dev.shirube.material.openpgp;

import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detection.DerivedInput;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.material.DetectionBuilder;
import dev.shirube.material.Inputs;
import dev.shirube.material.Place;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds OpenPGP armour in any text and hands its packets on as derived inputs ({@code key.asc!pgp@1}). */
public final class ArmourDetector implements Detector {

    /** More blocks than any collection of keys in one text. */
    static final int MAX_BLOCKS = 10_000;

    /** A detector of armour; it names no algorithm. */
    public ArmourDetector() {}

    @Override
    public String id() {
        return "openpgp-armour";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of(ArmourText.BEGIN));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return true;
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Inputs.read(input, bytes -> read(input.location(), new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /** What is armoured in the text at that location. */
    static Detection read(String location, String text) {
        DetectionBuilder found = new DetectionBuilder();
        ArmourText armour = new ArmourText(text);
        List<ArmourText.Block> blocks = armour.blocks(MAX_BLOCKS);
        Map<Integer, Integer> onLine = new HashMap<>();
        for (ArmourText.Block block : blocks) {
            int index = onLine.merge(block.line(), 1, Integer::sum);
            found.add(new DerivedInput(Place.cut(location, Place.OPENPGP, block.line(), index), block.body()));
        }
        if (blocks.size() == MAX_BLOCKS) {
            found.add(Diagnostic.of(
                    DiagnosticCode.LIMIT_REACHED,
                    location,
                    "openpgp-blocks=" + MAX_BLOCKS,
                    "line " + blocks.get(MAX_BLOCKS - 1).line()));
        }
        for (int line : armour.broken()) {
            String where = Inputs.describe(Place.of(location).atLine(line));
            found.add(Diagnostic.of(DiagnosticCode.MALFORMED, where, "OpenPGP armour", "it is cut off or no Base64"));
        }
        return found.build();
    }
}
