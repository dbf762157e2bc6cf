package dev.shirube.repository;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CommitSpan;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.ScanResult;
import dev.shirube.engine.Detection;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.FakeDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes lines such as {@code KEY alice} for private keys, and {@code SIGNED alice} for signatures by such a key. */
final class KeyLines {
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();

    /** The detector; what it was shown is kept. */
    FakeDetector detector() {
        return FakeDetector.doing("keys", (input, unit) -> {
            shown.add(input.location());
            return Detection.of(findings(input));
        });
    }

    List<String> shown() {
        return shown.stream().sorted().toList();
    }

    private static List<Finding> findings(ScanInput input) {
        List<Finding> findings = new ArrayList<>();
        String[] lines = text(input).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.startsWith("KEY ")) {
                findings.add(finding(input, i + 1, key(line.substring(4)), "private-key", CryptoFunction.KEY_LOAD));
            } else if (line.startsWith("SIGNED ")) {
                findings.add(finding(
                        input,
                        i + 1,
                        new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("rsa")),
                        "signature by " + line.substring(7),
                        CryptoFunction.SIGN));
            }
        }
        return findings;
    }

    private static CryptoAsset key(String name) {
        return new CryptoAsset.Key(
                KeyKind.PRIVATE,
                Algorithm.Known.of("rsa"),
                Optional.of(name),
                Optional.empty(),
                OptionalInt.empty(),
                "PKCS#8");
    }

    private static Finding finding(ScanInput input, int line, CryptoAsset asset, String row, CryptoFunction function) {
        return new Finding(
                asset,
                new Occurrence(
                        input.location(),
                        OptionalInt.of(line),
                        OptionalInt.empty(),
                        "",
                        "PrivateKeyInfo",
                        0,
                        EvidenceKind.MATERIAL,
                        CodeContext.of(input.location())),
                function,
                Category.PUBLIC_KEY,
                Confidence.CERTAIN,
                Evidence.direct("keys", "1", row, List.of("RSA")));
    }

    private static String text(ScanInput input) {
        try {
            return new String(input.bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asset, place, and what is told of the history, one line a finding. */
    static List<String> told(ScanResult result) {
        return result.findings().stream()
                .map(it -> it.asset().id().replaceFirst(".*sha256=", "") + " at "
                        + it.occurrence().location() + " "
                        + CommitSpan.of(it).map(KeyLines::told).orElse("-"))
                .toList();
    }

    private static String told(CommitSpan span) {
        return span.first().substring(0, 7) + ".."
                + (span.last().isEmpty() ? "" : span.last().substring(0, 7))
                + (span.lastPath().isEmpty() ? "" : " as " + span.lastPath())
                + " " + span.inTree().id()
                + (span.places() == 1 ? "" : " x" + span.places());
    }
}
