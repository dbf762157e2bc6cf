package dev.shirube.exchange;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedEndpoint;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Finding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Inventories from a seed, with everything that one can hold and texts that formats like to change. */
public final class AnyInventory {

    private static final String[] PIECES = {
        "a",
        "app.jar!/",
        "\uD800",
        "\uDC00",
        "\uE000",
        "\uFFFD",
        "\uD83D\uDE00",
        "%",
        ";",
        "=",
        ",",
        "\n",
        "\u0000",
        "\u007f",
        "\u2028",
        "\"",
        "\\",
        "名",
        " ",
        "; function=verify",
        "%3B",
        "<",
        "\uFEFF",
        "/",
        "#",
        "B"
    };

    private final Random random;
    private final List<String> entries = AlgorithmRegistry.standard().entries().stream()
            .map(AlgorithmRegistry.Entry::id)
            .toList();

    private AnyInventory(long seed) {
        this.random = new Random(seed);
    }

    /** The inventory of that seed. */
    public static Inventory of(long seed) {
        return new AnyInventory(seed).inventory();
    }

    private Inventory inventory() {
        List<AssignedFinding> findings = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            findings.add(new AssignedFinding(system(), finding()));
        }
        List<AssignedDiagnostic> diagnostics = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            DiagnosticCode code = any(DiagnosticCode.values());
            List<String> arguments = new ArrayList<>();
            while (arguments.size() < code.arguments()) {
                arguments.add(text());
            }
            diagnostics.add(new AssignedDiagnostic(system(), new Diagnostic(code, text(), arguments)));
        }
        SortedMap<String, Coverage> coverage = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            coverage.put(system(), coverage());
        }
        List<AssignedEndpoint> endpoints = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            endpoints.add(new AssignedEndpoint(system(), endpoint()));
        }
        return new Inventory(new TreeMap<>(), findings, diagnostics, coverage, endpoints);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String system() {
        return any(new String[] {"juki", "tax", "unassigned", "s;1=%"});
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(any(PIECES));
        }
        return text.toString();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private OptionalInt number() {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(50));
    }

    private String hash() {
        return any(new String[] {"aa", "bb", "cc"}).repeat(32);
    }

    private Algorithm algorithm() {
        if (random.nextInt(4) == 0) {
            return new Algorithm.Unresolved("row" + text());
        }
        Algorithm.Known known = Algorithm.Known.of(entries.get(random.nextInt(entries.size())));
        known = random.nextBoolean() ? known.withParameterSet("2048") : known;
        return random.nextInt(3) == 0 ? known.withCurve("nist/P-256").withDigest("SHA-256") : known;
    }

    private CryptoAsset asset() {
        return switch (random.nextInt(6)) {
            case 0 ->
                new CryptoAsset.Certificate(
                        hash(),
                        text(),
                        text(),
                        "0a",
                        Instant.parse("-0100-01-01T00:00:00Z"),
                        Instant.parse("+12026-01-01T00:00:00.5Z"),
                        algorithm(),
                        algorithm(),
                        hash(),
                        texts(),
                        random.nextBoolean());
            case 1 ->
                new CryptoAsset.Key(
                        any(CryptoAsset.KeyKind.values()),
                        algorithm(),
                        random.nextBoolean() ? Optional.of(hash()) : Optional.empty(),
                        Optional.of(hash()),
                        number(),
                        text());
            case 2 ->
                new CryptoAsset.Protocol(
                        any(new String[] {"tls", "ssh", "ike", "dtls", "x" + text()}),
                        random.nextBoolean() ? Optional.of("1." + text()) : Optional.empty(),
                        texts(),
                        List.of("X25519MLKEM768", text()),
                        texts());
            case 3 -> new CryptoAsset.Library("pkg:" + text(), text(), text());
            default -> new CryptoAsset.AlgorithmAsset(algorithm());
        };
    }

    private Finding finding() {
        return new Finding(
                asset(),
                new Occurrence(
                        "l" + text(),
                        number(),
                        number(),
                        text(),
                        text(),
                        random.nextInt(2),
                        any(EvidenceKind.values()),
                        any(CodeContext.values()),
                        any(CodeOwner.values()),
                        any(Reach.values())),
                any(CryptoFunction.values()),
                any(Category.values()),
                any(Confidence.values()),
                new Evidence(
                        text(),
                        text(),
                        text(),
                        texts(),
                        text(),
                        any(Resolution.values()),
                        text(),
                        random.nextInt(3),
                        hash()));
    }

    private Coverage coverage() {
        Map<Coverage.Key, Coverage.Amount> rows = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rows.put(
                    new Coverage.Key("u" + random.nextInt(9), "d;" + random.nextInt(3), any(Coverage.Outcome.values())),
                    new Coverage.Amount(random.nextInt(9), Long.MAX_VALUE / 16));
        }
        return new Coverage(rows);
    }

    private EndpointProfile endpoint() {
        return new EndpointProfile(
                "tls://h" + text(),
                any(new String[] {"triage", "full"}),
                List.of(
                        new ObservedFact(
                                "version/" + random.nextInt(3), any(ObservedFact.State.values()), text(), text()),
                        new ObservedFact("group/x", any(ObservedFact.State.values()), text(), text())));
    }
}
