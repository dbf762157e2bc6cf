package dev.shirube.planner;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.Finding;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Grade;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Occurrence;
import dev.shirube.domain.Placement;
import dev.shirube.domain.Procurement;
import dev.shirube.domain.Protection;
import dev.shirube.domain.Reach;
import dev.shirube.domain.Responsibility;
import dev.shirube.domain.Team;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Builds small inventories, one finding a line. */
public final class Findings {

    private final String system;
    private final List<AssignedFinding> findings = new ArrayList<>();

    private Findings(String system) {
        this.system = system;
    }

    public static Findings of(String system) {
        return new Findings(system);
    }

    public Findings code(Algorithm algorithm, CryptoFunction function, String symbol, String location) {
        return add(
                new CryptoAsset.AlgorithmAsset(algorithm),
                function,
                Category.PUBLIC_KEY,
                EvidenceKind.BYTECODE,
                symbol,
                location);
    }

    public Findings tls(String version, String location, String... groups) {
        return add(
                new CryptoAsset.Protocol("tls", Optional.of(version), List.of(), List.of(groups), List.of()),
                CryptoFunction.TLS,
                Category.TLS,
                EvidenceKind.HANDSHAKE,
                "handshake",
                location);
    }

    public Findings ssh(String location, List<String> methods, List<String> hostKeys) {
        return add(
                new CryptoAsset.Protocol("ssh", Optional.of("2.0"), List.of(), methods, hostKeys),
                CryptoFunction.SSH,
                Category.OTHER,
                EvidenceKind.CONFIGURATION,
                "KexAlgorithms",
                location);
    }

    public Findings certificate(String subject, String issuer, boolean authority, Algorithm key, String location) {
        CryptoAsset certificate = new CryptoAsset.Certificate(
                Sha256.hex((subject + issuer).getBytes(StandardCharsets.UTF_8)),
                subject,
                issuer,
                "01",
                Instant.parse("2024-04-01T00:00:00Z"),
                Instant.parse("2034-04-01T00:00:00Z"),
                key,
                Algorithm.Known.of("rsassa-pkcs1v15").withDigest("SHA-256"),
                Sha256.hex(subject.getBytes(StandardCharsets.UTF_8)),
                List.of(),
                authority);
        return add(certificate, CryptoFunction.CERTIFICATE, Category.SIGNATURE, EvidenceKind.MATERIAL, "", location);
    }

    public Findings keyOf(String certificateSubject, Algorithm key, String format, String location) {
        CryptoAsset asset = new CryptoAsset.Key(
                CryptoAsset.KeyKind.PRIVATE,
                key,
                Optional.of(Sha256.hex(certificateSubject.getBytes(StandardCharsets.UTF_8))),
                Optional.empty(),
                OptionalInt.empty(),
                format);
        return add(asset, CryptoFunction.KEY_LOAD, Category.PUBLIC_KEY, EvidenceKind.MATERIAL, "", location);
    }

    public Findings library(String coordinates, String version) {
        String name = coordinates.substring(coordinates.indexOf('/') + 1);
        return add(
                new CryptoAsset.Library("pkg:maven/" + coordinates + "@" + version, name, version),
                CryptoFunction.OTHER,
                Category.OTHER,
                EvidenceKind.MANIFEST,
                "",
                "pom.xml");
    }

    public Findings add(
            CryptoAsset asset,
            CryptoFunction function,
            Category category,
            EvidenceKind kind,
            String symbol,
            String location) {
        Occurrence occurrence = new Occurrence(
                location,
                OptionalInt.of(findings.size() + 1),
                OptionalInt.empty(),
                "",
                symbol,
                0,
                kind,
                CodeContext.of(location));
        Finding finding = new Finding(
                asset,
                occurrence,
                function,
                category,
                Confidence.CERTAIN,
                Evidence.direct("test", "1", symbol.isEmpty() ? "material" : symbol, List.of(asset.id())));
        findings.add(new AssignedFinding(system, finding));
        return this;
    }

    /** The finding before, in code of that owner, so reached. */
    public Findings in(CodeOwner owner, Reach reach) {
        int last = findings.size() - 1;
        Finding finding = findings.get(last).finding();
        findings.set(
                last,
                new AssignedFinding(
                        system, finding.withOccurrence(finding.occurrence().withReach(owner, reach))));
        return this;
    }

    public Inventory inventory(InformationSystem... register) {
        return new Inventory(new TreeMap<>(), findings, List.of(), new TreeMap<>()).withSystems(List.of(register));
    }

    /** A system of which everything that a score needs is declared. */
    public static InformationSystem declared(
            String id, String team, int impact, Exposure exposure, int protectionMonths, int renewal) {
        return new InformationSystem(
                id,
                id,
                "",
                new Responsibility("情報政策課", "", team),
                new Protection(
                        Declaration.of(impact, "test"),
                        Grade.UNKNOWN,
                        Declaration.unknown(),
                        Declaration.of(protectionMonths, "test"),
                        Declaration.of(LocalDate.of(2030, 3, 31), "test"),
                        Declaration.of(true, "test")),
                new Placement(Declaration.unknown(), Declaration.unknown(), Declaration.of(exposure, "test")),
                new Procurement(
                        Declaration.of(renewal, "test"),
                        Declaration.unknown(),
                        Declaration.unknown(),
                        Declaration.unknown()),
                Declaration.unknown(),
                "",
                Map.of());
    }

    /** A team with the same capacity in every quarter from FY2026 Q1 to FY2035 Q4. */
    public static Team team(String id, int personDays) {
        Map<FiscalQuarter, Integer> capacity = new TreeMap<>();
        for (FiscalQuarter quarter = new FiscalQuarter(2026, 1);
                quarter.compareTo(new FiscalQuarter(2035, 4)) <= 0;
                quarter = quarter.plus(1)) {
            capacity.put(quarter, personDays);
        }
        return new Team(id, id, capacity);
    }
}
