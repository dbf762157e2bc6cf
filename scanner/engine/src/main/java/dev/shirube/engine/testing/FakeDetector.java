package dev.shirube.engine.testing;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.engine.Anchors;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.ScanUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A detector that does what a test tells it to.
 *
 * @param acceptance answers {@link #accepts}
 * @param behaviour answers {@link #detect}
 */
public record FakeDetector(
        String id,
        String version,
        Anchors anchors,
        Predicate<ScanInput> acceptance,
        BiFunction<ScanInput, ScanUnit, Detection> behaviour)
        implements Detector {

    /** A detector without anchors that accepts everything and does that. */
    public static FakeDetector doing(String id, BiFunction<ScanInput, ScanUnit, Detection> behaviour) {
        return new FakeDetector(id, "1", Anchors.NONE, input -> true, behaviour);
    }

    /** A detector anchored on that text which makes one finding of each line that holds it. */
    public static FakeDetector finding(String id, String text) {
        return new FakeDetector(
                id, "1", Anchors.anyOf(Set.of(text)), input -> true, (input, unit) -> lines(id, text, input));
    }

    /** The same detector, accepting only inputs whose name ends like that. */
    public FakeDetector onlyNamed(String ending) {
        return new FakeDetector(id, version, anchors, input -> input.name().endsWith(ending), behaviour);
    }

    @Override
    public boolean accepts(ScanInput input) {
        return acceptance.test(input);
    }

    @Override
    public Detection detect(ScanInput input, ScanUnit unit) {
        return behaviour.apply(input, unit);
    }

    /** A finding of plain RSA at that place, such as {@link #finding(String, String)} makes. */
    public static Finding rsaAt(String detector, String location, int line, String symbol) {
        return new Finding(
                new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("rsa")),
                new Occurrence(
                        location,
                        OptionalInt.of(line),
                        OptionalInt.empty(),
                        "",
                        symbol,
                        0,
                        EvidenceKind.SOURCE,
                        CodeContext.of(location)),
                CryptoFunction.OTHER,
                Category.PUBLIC_KEY,
                Confidence.CERTAIN,
                Evidence.direct(detector, "1", "fake", List.of(symbol)));
    }

    private static Detection lines(String detector, String text, ScanInput input) {
        List<Finding> findings = new ArrayList<>();
        String[] lines = new String(bytes(input), StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains(text)) {
                findings.add(rsaAt(detector, input.location(), i + 1, text));
            }
        }
        return Detection.of(findings);
    }

    private static byte[] bytes(ScanInput input) {
        try {
            return input.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
