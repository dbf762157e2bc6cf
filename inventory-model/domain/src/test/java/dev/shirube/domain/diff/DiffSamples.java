package dev.shirube.domain.diff;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings made by hand or by a seeded generator, from few values so that what is alike is common. */
final class DiffSamples {

    private final Random random;

    DiffSamples(long seed) {
        random = new Random(seed);
    }

    static CryptoAsset algorithm(String identity) {
        return new CryptoAsset.AlgorithmAsset(Algorithm.parse(identity));
    }

    /** A call in {@code m} of the file {@code location}; its digest is that of the file's bytes. */
    static Finding call(String identity, String location, int line, int ordinal, String digest) {
        return new Finding(
                algorithm(identity),
                new Occurrence(
                        location,
                        OptionalInt.of(line),
                        OptionalInt.empty(),
                        "A#m()V",
                        "java.security.Signature#getInstance",
                        ordinal,
                        EvidenceKind.SOURCE,
                        CodeContext.MAIN),
                CryptoFunction.SIGN,
                Category.SIGNATURE,
                Confidence.CERTAIN,
                Evidence.direct("source", "1", "row", List.of()).withInputDigest(digest));
    }

    static Finding saying(Finding finding, String expression, int hops, String version) {
        Evidence is = finding.evidence();
        return finding.withEvidence(new Evidence(
                is.detector(),
                version,
                is.row(),
                is.values(),
                expression,
                is.resolution(),
                is.reason(),
                hops,
                is.inputDigest()));
    }

    static Inventory inventory(String system, Finding... findings) {
        List<AssignedFinding> assigned = new ArrayList<>();
        for (Finding finding : findings) {
            assigned.add(new AssignedFinding(system, finding));
        }
        return inventory(assigned, system);
    }

    static Inventory inventory(List<AssignedFinding> findings, String... scanned) {
        SortedMap<String, Coverage> coverage = new TreeMap<>();
        for (String system : scanned) {
            coverage.put(system, Coverage.NONE);
        }
        return new Inventory(new TreeMap<>(), findings, List.of(), coverage);
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private AssignedFinding finding() {
        String[] assets = {
            "rsassa-pkcs1v15;digest=SHA-256",
            "rsassa-pkcs1v15;digest=SHA-512",
            "ml-dsa;parameter=65",
            "ecdsa",
            "unresolved;row=java.security.Signature#getInstance"
        };
        Finding call =
                call(any(assets), any("A.java", "B.java", "b/B.java"), random.nextInt(30), 0, any("", "d1", "d2"));
        Occurrence at = call.occurrence();
        Finding placed = new Finding(
                call.asset(),
                new Occurrence(
                        at.location(),
                        at.line(),
                        at.offset(),
                        any("A#m()V", "A#n()V"),
                        at.symbol(),
                        0,
                        at.kind(),
                        any(CodeContext.values())),
                any(CryptoFunction.SIGN, CryptoFunction.VERIFY),
                call.category(),
                any(Confidence.values()),
                new Evidence(
                        "source",
                        "1",
                        "row",
                        List.of(),
                        any("", "alg"),
                        any(Resolution.values()),
                        "",
                        random.nextInt(2),
                        call.evidence().inputDigest()));
        return new AssignedFinding(any("s1", "s2", "s3"), placed);
    }

    /** An inventory in which no two findings have the same identity: ordinals tell equal ones apart, by their lines. */
    Inventory inventory() {
        List<AssignedFinding> all = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            all.add(finding());
        }
        return numbered(all);
    }

    /** The same inventory after a few edits: findings taken away, added, moved, or said otherwise. */
    Inventory edited(Inventory inventory) {
        List<AssignedFinding> all = new ArrayList<>();
        for (AssignedFinding it : inventory.findings()) {
            switch (random.nextInt(8)) {
                case 0 -> all.add(finding());
                case 1 -> {} // taken away
                case 2 ->
                    all.add(new AssignedFinding(
                            it.system(),
                            it.finding()
                                    .withOccurrence(it.finding()
                                            .occurrence()
                                            .withLine(OptionalInt.of(random.nextInt(40)), OptionalInt.empty()))
                                    .withEvidence(it.finding().evidence().withInputDigest(any("d3", "d4")))));
                case 3 -> all.add(new AssignedFinding(it.system(), saying(it.finding(), any("x", "y"), 0, "1")));
                default -> all.add(it);
            }
        }
        return numbered(all);
    }

    private Inventory numbered(List<AssignedFinding> all) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<AssignedFinding> numbered = new ArrayList<>();
        all.stream().sorted().distinct().forEach(it -> {
            int ordinal = counts.merge(it.system() + "\n" + it.finding().fingerprint(), 1, Integer::sum) - 1;
            Occurrence at = it.finding().occurrence().withOrdinal(ordinal);
            numbered.add(new AssignedFinding(it.system(), it.finding().withOccurrence(at)));
        });
        SortedMap<String, InformationSystem> systems = new TreeMap<>();
        systems.put("s1", InformationSystem.undeclared("s1"));
        return new Inventory(
                systems,
                numbered,
                List.of(),
                new TreeMap<>(Map.of("s1", Coverage.NONE, "s2", Coverage.NONE, "s3", Coverage.NONE)));
    }
}
