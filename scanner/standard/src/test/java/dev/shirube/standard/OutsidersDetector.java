package dev.shirube.standard;

import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import dev.shirube.engine.testing.FakeDetector;
import java.util.List;

/** A detector as somebody else would bring it: named in {@code META-INF/services}, and in no list of ours. */
public final class OutsidersDetector implements Detector {

    @Override
    public String id() {
        return "outsiders";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Anchors anchors() {
        return Anchors.anyOf(List.of("outsiders-anchor"));
    }

    @Override
    public boolean accepts(ScanInput input) {
        return input.name().endsWith(".outsiders");
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return Detection.of(List.of(FakeDetector.rsaAt(id(), input.location(), 1, "outsiders-anchor")));
    }
}
