package dev.shirube.store;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoAsset.KeyKind;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.EndpointProfile;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.Finding;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Grade;
import dev.shirube.domain.Hosting;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.ObservedFact;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Placement;
import dev.shirube.domain.Procurement;
import dev.shirube.domain.Protection;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.Responsibility;
import dev.shirube.domain.ScanResult;
import dev.shirube.domain.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

/** Domain values of all kinds from a seed, with the characters that databases and formats like to change. */
final class Samples {

    private static final String[] PIECES = {
        "a",
        "Z9",
        "給与",
        "\t",
        "\n",
        "\r",
        "\\",
        "\\-",
        "\\t",
        "'",
        "\"",
        "\0",
        "\uD83D\uDE00",
        "\uD800",
        "\uDC00",
        "%",
        "é",
        " ",
        ";",
        "\u0085"
    };

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** A text that is not empty. */
    String name() {
        return "n" + text();
    }

    Optional<String> optional() {
        return random.nextBoolean() ? Optional.of(text()) : Optional.empty();
    }

    OptionalInt number() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty();
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    <E extends Enum<E>> E any(Class<E> type) {
        E[] all = type.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    Algorithm algorithm() {
        return random.nextInt(4) == 0
                ? new Algorithm.Unresolved(name())
                : new Algorithm.Known(name(), optional(), optional(), optional(), optional(), optional());
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong() % 1_000_000_000_000L, random.nextInt(1_000_000_000));
    }

    CryptoAsset asset() {
        return switch (random.nextInt(5)) {
            case 0 -> new CryptoAsset.AlgorithmAsset(algorithm());
            case 1 ->
                new CryptoAsset.Certificate(
                        text(),
                        text(),
                        text(),
                        text(),
                        instant(),
                        instant(),
                        algorithm(),
                        algorithm(),
                        text(),
                        texts(),
                        random.nextBoolean());
            case 2 ->
                new CryptoAsset.Key(any(KeyKind.class), algorithm(), Optional.of(text()), optional(), number(), text());
            case 3 -> new CryptoAsset.Protocol(text(), optional(), texts(), texts(), texts());
            default -> new CryptoAsset.Library(text(), text(), text());
        };
    }

    Finding finding() {
        return new Finding(
                asset(),
                new Occurrence(
                        name(),
                        number(),
                        number(),
                        text(),
                        text(),
                        random.nextInt(5),
                        any(EvidenceKind.class),
                        any(CodeContext.class),
                        any(CodeOwner.class),
                        any(Reach.class)),
                any(CryptoFunction.class),
                any(Category.class),
                any(Confidence.class),
                new Evidence(
                        text(),
                        text(),
                        text(),
                        texts(),
                        text(),
                        any(Resolution.class),
                        text(),
                        random.nextInt(9),
                        text()));
    }

    Diagnostic diagnostic() {
        DiagnosticCode code = any(DiagnosticCode.class);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < code.arguments(); i++) {
            arguments.add(text());
        }
        return new Diagnostic(code, name(), arguments);
    }

    Coverage coverage() {
        Map<Coverage.Key, Coverage.Amount> rows = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rows.put(
                    new Coverage.Key(text(), text(), any(Coverage.Outcome.class)),
                    new Coverage.Amount(random.nextLong() >>> 1, random.nextLong() >>> 1));
        }
        return new Coverage(rows);
    }

    ScanResult result(String unit, int findings) {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            all.add(finding());
        }
        return new ScanResult(unit, all, List.of(diagnostic(), diagnostic()), coverage(), List.of(endpoint()));
    }

    EndpointProfile endpoint() {
        Map<String, ObservedFact> facts = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String subject = name();
            facts.put(subject, new ObservedFact(subject, any(ObservedFact.State.class), text(), text()));
        }
        return new EndpointProfile(name(), text(), List.copyOf(facts.values()));
    }

    private <T> Declaration<T> declared(T value) {
        return new Declaration<>(random.nextBoolean() ? Optional.of(value) : Optional.empty(), text(), text(), text());
    }

    InformationSystem system(String id) {
        Map<String, String> others = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            others.put(text(), text());
        }
        return new InformationSystem(
                id,
                text(),
                text(),
                new Responsibility(text(), text(), text()),
                new Protection(
                        declared(random.nextInt()),
                        new Grade(declared(random.nextInt()), declared(random.nextInt()), declared(random.nextInt())),
                        declared(text()),
                        declared(random.nextInt()),
                        declared(LocalDate.ofEpochDay(random.nextInt(10_000_000) - 5_000_000)),
                        declared(random.nextBoolean())),
                new Placement(declared(any(Hosting.class)), declared(text()), declared(any(Exposure.class))),
                new Procurement(
                        declared(random.nextInt()),
                        declared(LocalDate.ofEpochDay(random.nextInt(10_000_000) - 5_000_000)),
                        declared(text()),
                        declared(text())),
                declared(List.of(text(), text()).subList(0, random.nextInt(3))),
                text(),
                others);
    }

    Team team(String id) {
        Map<FiscalQuarter, Integer> days = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            days.put(new FiscalQuarter(2026 + random.nextInt(10), 1 + random.nextInt(4)), random.nextInt(500));
        }
        return new Team(id, text(), days);
    }

    /** A plain finding, told from others by its place. */
    static Finding rsa(String location, int line) {
        return new Finding(
                new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("rsa-key").withParameterSet("2048")),
                new Occurrence(
                        location,
                        OptionalInt.of(line),
                        OptionalInt.empty(),
                        "m",
                        "java.security.Signature#getInstance",
                        0,
                        EvidenceKind.SOURCE,
                        CodeContext.MAIN),
                CryptoFunction.SIGN,
                Category.PUBLIC_KEY,
                Confidence.CERTAIN,
                Evidence.direct("source", "1", "row", List.of("SHA256withRSA")));
    }

    /** A result of such findings, without anything else. */
    static ScanResult plain(String unit, Finding... findings) {
        return new ScanResult(unit, List.of(findings), List.of(), Coverage.NONE);
    }
}
