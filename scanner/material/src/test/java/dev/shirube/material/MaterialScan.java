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
import dev.shirube.material.jose.JwkDetector;
import dev.shirube.material.jose.JwtDetector;
import dev.shirube.material.openpgp.AgentKeyDetector;
import dev.shirube.material.openpgp.ArmourDetector;
import dev.shirube.material.openpgp.OpenPgpDetector;
import dev.shirube.material.ssh.ModuliDetector;
import dev.shirube.material.ssh.PuttyKeyDetector;
import dev.shirube.material.ssh.Ssh2KeyDetector;
import dev.shirube.material.textkey.AgeDetector;
import dev.shirube.material.textkey.DnsDetector;
import dev.shirube.material.textkey.KeyReferenceDetector;
import dev.shirube.material.textkey.MinisignDetector;
import dev.shirube.material.textkey.SigstoreKeyDetector;
import dev.shirube.material.textkey.WireGuardDetector;
import dev.shirube.material.textkey.WireGuardKeyFileDetector;
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
public final class MaterialScan {

    private static final AlgorithmRegistry REGISTRY = AlgorithmRegistry.standard();
    private static final List<Detector> DETECTORS = List.of(
            new PemDetector(REGISTRY),
            new DerDetector(REGISTRY),
            new KeystoreDetector(REGISTRY),
            new SshKeyDetector(REGISTRY),
            new ArmourDetector(),
            new OpenPgpDetector(REGISTRY),
            new AgentKeyDetector(REGISTRY),
            new PuttyKeyDetector(REGISTRY),
            new Ssh2KeyDetector(REGISTRY),
            new ModuliDetector(REGISTRY),
            new JwkDetector(REGISTRY),
            new JwtDetector(REGISTRY),
            new AgeDetector(REGISTRY),
            new WireGuardDetector(REGISTRY),
            new WireGuardKeyFileDetector(REGISTRY),
            new MinisignDetector(REGISTRY),
            new DnsDetector(REGISTRY),
            new KeyReferenceDetector(REGISTRY),
            new SigstoreKeyDetector(REGISTRY));

    public final List<Finding> findings = new ArrayList<>();
    public final List<Diagnostic> diagnostics = new ArrayList<>();
    public final List<String> derived = new ArrayList<>();

    private MaterialScan() {}

    public static MaterialScan of(String location, byte[] bytes, String... passwords) {
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

    public static MaterialScan of(String location, String text, String... passwords) {
        return of(location, text.getBytes(StandardCharsets.UTF_8), passwords);
    }

    /** Scans a fixture under its own name. */
    public static MaterialScan fixture(String name, String... passwords) {
        return of(name, bytes(name), passwords);
    }

    public static byte[] bytes(String fixture) {
        try (InputStream in = MaterialScan.class.getResourceAsStream(fixture)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String fixture) {
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
    public CryptoAsset.Key key() {
        return (CryptoAsset.Key) keyFinding().asset();
    }

    /** The finding of the only key. */
    public Finding keyFinding() {
        List<Finding> keys = findings.stream()
                .filter(it -> it.asset() instanceof CryptoAsset.Key)
                .toList();
        if (keys.size() != 1) {
            throw new AssertionError(keys.size() + " keys: " + findings + " " + diagnostics);
        }
        return keys.get(0);
    }

    /** What is found of algorithms: each as {@code function identity}, sorted. */
    public List<String> uses() {
        return findings.stream()
                .filter(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .map(it -> it.function().id() + " "
                        + it.asset().algorithm().orElseThrow().identity())
                .sorted()
                .toList();
    }

    /** The only certificate found. */
    public CryptoAsset.Certificate certificate() {
        return (CryptoAsset.Certificate) finding().asset();
    }

    /** The only finding. */
    public Finding finding() {
        if (findings.size() != 1) {
            throw new AssertionError(findings.size() + " findings: " + findings + " " + diagnostics);
        }
        return findings.get(0);
    }

    /** All keys found, each as its kind, algorithm and size. */
    public List<String> keys() {
        return findings.stream()
                .map(Finding::asset)
                .filter(CryptoAsset.Key.class::isInstance)
                .map(CryptoAsset.Key.class::cast)
                .map(it -> it.kind() + " " + it.key().identity()
                        + (it.size().isPresent() ? " " + it.size().getAsInt() : ""))
                .toList();
    }

    /** All algorithms found apart from keys, each with its function. */
    public List<String> algorithms() {
        return findings.stream()
                .filter(it -> it.asset() instanceof CryptoAsset.AlgorithmAsset)
                .map(it -> it.function().id() + " "
                        + it.asset().algorithm().orElseThrow().identity())
                .toList();
    }

    /** Everything that leaves the scanner, as one text to search for what must not. */
    public String everything() {
        return findings + "\n" + diagnostics;
    }

    /** Ids of the diagnostics, in the order in which they came. */
    public List<String> codes() {
        return diagnostics.stream().map(it -> it.code().id()).toList();
    }
}
