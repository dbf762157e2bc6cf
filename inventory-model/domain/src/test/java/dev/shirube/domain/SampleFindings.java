package dev.shirube.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

/** Findings, coverage and inventories made by a seeded generator, from few values so that collisions are common. */
final class SampleFindings {

    private final Random random;

    SampleFindings(long seed) {
        random = new Random(seed);
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    Finding finding() {
        Occurrence occurrence = new Occurrence(
                any("a/A.java", "b/B.java"),
                any(OptionalInt.empty(), OptionalInt.of(3), OptionalInt.of(9)),
                any(OptionalInt.empty(), OptionalInt.of(1)),
                any("", "A#m()V"),
                any("java.security.Signature#getInstance", "nginx:ssl_ciphers"),
                random.nextInt(2),
                any(EvidenceKind.values()),
                any(CodeContext.values()),
                any(CodeOwner.values()),
                any(Reach.values()));
        return new Finding(
                asset(),
                occurrence,
                any(CryptoFunction.SIGN, CryptoFunction.VERIFY),
                any(Category.SIGNATURE, Category.PUBLIC_KEY),
                any(Confidence.values()),
                evidence());
    }

    private Evidence evidence() {
        return new Evidence(
                any("bytecode", "source"),
                "1",
                any("row-1", "row-2"),
                any(List.of(), List.of("SHA256withRSA"), List.of("a", "b")),
                any("", "alg"),
                any(Resolution.values()),
                any("", "runtime-key"),
                random.nextInt(3),
                "");
    }

    private CryptoAsset asset() {
        String hash = "ab".repeat(32);
        return any(
                new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("ecdsa")),
                new CryptoAsset.AlgorithmAsset(new Algorithm.Unresolved("row-1")),
                new CryptoAsset.Key(
                        CryptoAsset.KeyKind.PRIVATE,
                        Algorithm.Known.of("rsa-key"),
                        Optional.of(hash),
                        Optional.empty(),
                        any(OptionalInt.empty(), OptionalInt.of(2048)),
                        any("PKCS#8", "PKCS#1")),
                new CryptoAsset.Certificate(
                        hash,
                        "CN=a",
                        "CN=b",
                        "01",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Algorithm.Known.of("rsa-key"),
                        Algorithm.Known.of("rsassa-pkcs1v15"),
                        hash,
                        List.of(),
                        any(true, false)));
    }

    Coverage coverage() {
        Map<Coverage.Key, Coverage.Amount> rows = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            rows.put(
                    new Coverage.Key(any(".", "x.jar"), any("bytecode", "-"), any(Coverage.Outcome.values())),
                    new Coverage.Amount(random.nextInt(5), random.nextInt(5)));
        }
        return new Coverage(rows);
    }

    Inventory inventory() {
        Map<String, Coverage> coverage = new TreeMap<>();
        coverage.put(any("s1", "s2"), coverage());
        List<AssignedFinding> findings = random.ints(random.nextInt(40), 0, 2)
                .mapToObj(i -> new AssignedFinding("s" + i, finding()))
                .toList();
        List<AssignedDiagnostic> diagnostics = random.ints(random.nextInt(5), 0, 3)
                .mapToObj(i -> new AssignedDiagnostic(
                        any("s1", "s2"), Diagnostic.of(DiagnosticCode.UNREADABLE, "f" + i, any("denied", "gone"))))
                .toList();
        TreeMap<String, InformationSystem> systems = new TreeMap<>();
        InformationSystem system = InformationSystem.undeclared(any("s1", "s2"));
        systems.put(system.id(), any(system, renamed(system, any("甲", "乙"))));
        return new Inventory(systems, findings, diagnostics, new TreeMap<>(coverage));
    }

    private static InformationSystem renamed(InformationSystem it, String name) {
        return new InformationSystem(
                it.id(),
                name,
                it.category(),
                it.responsibility(),
                it.protection(),
                it.placement(),
                it.procurement(),
                it.peers(),
                it.note(),
                it.others());
    }
}
