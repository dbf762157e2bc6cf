package dev.shirube.material;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.Finding;
import dev.shirube.engine.Detection;
import dev.shirube.engine.Detector;
import dev.shirube.engine.Passwords;
import dev.shirube.engine.ScanContext;
import dev.shirube.engine.ScanInput;
import dev.shirube.engine.testing.InMemoryInput;
import dev.shirube.engine.testing.InMemoryUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Runs all detectors of key material over one input and over what they derive from it, as the engine does. */
final class MaterialScan {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final List<Detector> DETECTORS = List.of(
            new PemDetector(REGISTRY),
            new DerDetector(REGISTRY),
            new KeystoreDetector(REGISTRY),
            new SshKeyDetector(REGISTRY),
            new SshSignatureDetector(REGISTRY));

    final List<Finding> findings = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();
    final List<String> derived = new ArrayList<>();

    private MaterialScan() {}

    static MaterialScan of(String location, byte[] bytes, String... passwords) {
        MaterialScan scan = new MaterialScan();
        ScanContext context = ScanContext.standard(LocalDate.EPOCH).withPasswords(Passwords.of(List.of(passwords)));
        InMemoryUnit unit = InMemoryUnit.of().under(context);
        Deque<ScanInput> inputs = new ArrayDeque<>(List.of(new InMemoryInput(location, bytes)));
        while (!inputs.isEmpty()) {
            ScanInput input = inputs.remove();
            for (Detector detector : DETECTORS) {
                if (detector.accepts(input) && anchored(detector, input)) {
                    Detection detection = detector.detect(input, unit);
                    scan.findings.addAll(detection.findings());
                    scan.diagnostics.addAll(detection.diagnostics());
                    detection.derived().forEach(it -> scan.derived.add(it.location()));
                    inputs.addAll(detection.derived());
                }
            }
        }
        return scan;
    }

    static MaterialScan of(String location, String text, String... passwords) {
        return of(location, text.getBytes(StandardCharsets.UTF_8), passwords);
    }

    /** Scans a fixture under its own name. */
    static MaterialScan fixture(String name, String... passwords) {
        return of(name, bytes(name), passwords);
    }

    static byte[] bytes(String fixture) {
        try (InputStream in = MaterialScan.class.getResourceAsStream(fixture)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String fixture) {
        return new String(bytes(fixture), StandardCharsets.US_ASCII);
    }

    private static boolean anchored(Detector detector, ScanInput input) {
        try {
            String text = new String(input.bytes(), StandardCharsets.ISO_8859_1);
            return detector.anchors().texts().isEmpty()
                    || detector.anchors().texts().stream().anyMatch(text::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only key found. */
    CryptoAsset.Key key() {
        return (CryptoAsset.Key) keyFinding().asset();
    }

    /** The finding of the only key. */
    Finding keyFinding() {
        List<Finding> keys = findings.stream()
                .filter(it -> it.asset() instanceof CryptoAsset.Key)
                .toList();
        if (keys.size() != 1) {
            throw new AssertionError(keys.size() + " keys: " + findings + " " + diagnostics);
        }
        return keys.get(0);
    }

    /** What is found of algorithms: each as {@code function identity}, sorted. */
    List<String> uses() {
        return findings.stream()
                .filter(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .map(it -> it.function().id() + " "
                        + it.asset().algorithm().orElseThrow().identity())
                .sorted()
                .toList();
    }

    /** The only certificate found. */
    CryptoAsset.Certificate certificate() {
        return (CryptoAsset.Certificate) finding().asset();
    }

    /** The only finding. */
    Finding finding() {
        if (findings.size() != 1) {
            throw new AssertionError(findings.size() + " findings: " + findings + " " + diagnostics);
        }
        return findings.get(0);
    }

    /** Ids of the diagnostics, in the order in which they came. */
    List<String> codes() {
        return diagnostics.stream().map(it -> it.code().id()).toList();
    }
}
