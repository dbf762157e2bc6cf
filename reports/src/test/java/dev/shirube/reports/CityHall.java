package dev.shirube.reports;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
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
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Resolution;
import dev.shirube.domain.Responsibility;
import dev.shirube.domain.Team;
import dev.shirube.domain.Text;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.Replacement;
import dev.shirube.planner.migration.StandardStatus;
import dev.shirube.planner.migration.Target;
import dev.shirube.planner.policy.Binding;
import dev.shirube.planner.policy.Citation;
import dev.shirube.planner.policy.EvidenceGrade;
import dev.shirube.planner.policy.Match;
import dev.shirube.planner.policy.Policy;
import dev.shirube.planner.policy.PolicyFunction;
import dev.shirube.planner.policy.PolicyRule;
import dev.shirube.planner.policy.Provenance;
import dev.shirube.planner.policy.Proviso;
import dev.shirube.planner.policy.RuleState;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.risk.Question;
import dev.shirube.planner.risk.Score;
import dev.shirube.planner.roadmap.AssetAssessment;
import dev.shirube.planner.roadmap.CapacityBasis;
import dev.shirube.planner.roadmap.Effort;
import dev.shirube.planner.roadmap.Gap;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.PackStamp;
import dev.shirube.planner.roadmap.Reason;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.planner.roadmap.SystemPriority;
import dev.shirube.planner.roadmap.TaskKind;
import dev.shirube.reports.sheet.ReportSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small invented city hall as values: enough of everything that a sheet shows, with the awkward cases in it. */
public final class CityHall {
    public static final ReportSettings SETTINGS = new ReportSettings("しるべ市", "0.1.0");

    /** A location that a spreadsheet would run if it were taken for a formula. */
    public static final String HOSTILE = "=HYPERLINK(\"http://example.invalid\",\"x\").java";

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);
    private static final LocalDate END_2030 = LocalDate.of(2030, 12, 31);
    private static final LocalDate END_2035 = LocalDate.of(2035, 12, 31);

    private final List<AssignedFinding> findings = new ArrayList<>();
    private final List<AssignedDiagnostic> diagnostics = new ArrayList<>();
    private final SortedMap<String, Coverage> coverage = new TreeMap<>();
    private final Map<String, InformationSystem> systems = new LinkedHashMap<>();
    private final Map<String, List<ScheduledTask>> tasks = new LinkedHashMap<>();
    private final List<AssetAssessment> assets = new ArrayList<>();

    private CityHall() {
        systems();
        findings();
        diagnostics();
        assessments();
        tasks();
    }

    public static Inventory inventory() {
        CityHall hall = new CityHall();
        return hall.toInventory();
    }

    public static Roadmap roadmap() {
        return new CityHall().toRoadmap();
    }

    private Inventory toInventory() {
        return new Inventory(new TreeMap<>(systems), findings, diagnostics, coverage);
    }

    private Roadmap toRoadmap() {
        List<SystemPriority> priorities = new ArrayList<>();
        for (InformationSystem system : systems.values()) {
            List<String> ids = tasks.getOrDefault(system.id(), List.of()).stream()
                    .map(it -> it.task().id())
                    .toList();
            boolean any = !ids.isEmpty();
            int high = Math.max(5, 92 - 17 * priorities.size());
            priorities.add(new SystemPriority(
                    priorities.size() + 1,
                    system,
                    any ? Optional.of(score(high - (priorities.size() % 2) * 20, high)) : Optional.empty(),
                    any ? 2 : 0,
                    any ? ids.size() + 3 : 0,
                    any ? Optional.of(priorities.isEmpty() ? END_2030 : END_2035) : Optional.empty(),
                    system.trustUntil().known() ? List.of() : List.of(Question.TRUST_HORIZON, Question.EXPOSURE),
                    ids));
        }
        List<ScheduledTask> all =
                tasks.values().stream().flatMap(List::stream).collect(Collectors.toCollection(ArrayList::new));
        return new Roadmap(
                PlanSettings.of(AS_OF).withPack("jp-2035", Adoption.INTERNAL_RULE),
                CapacityBasis.TEAMS,
                List.of(
                        new PackStamp(
                                "jp-2035",
                                "1",
                                "9f".repeat(32),
                                new Text("2035年までの移行（サイバーセキュリティ戦略）", "Migration by 2035 (Cybersecurity Strategy)"),
                                Adoption.INTERNAL_RULE),
                        new PackStamp(
                                "jp-cryptrec-strength",
                                "1",
                                "3c".repeat(32),
                                new Text("CRYPTREC 暗号強度要件", "CRYPTREC strength requirements"),
                                Adoption.INFORMATION)),
                priorities,
                assets,
                all,
                List.of(new Team("dx", "情報政策課", Map.of(new FiscalQuarter(2027, 1), 60))),
                List.of(new Text(
                        "工数の登録がない作業は計画表の仮置き値による。",
                        "Tasks without a declared effort take the planning table's placeholder.")),
                List.of(new Gap(
                        "school",
                        new Text("対応する検出器のない種類のファイル", "files that no detector reads"),
                        214,
                        "legacy/report.abc")),
                Optional.empty());
    }

    private void systems() {
        system("resident", "住民情報システム", "市民課", 4, Exposure.PARTNER, 360, LocalDate.of(2050, 3, 31), false, 2029);
        system("tax", "税務システム", "税務課", 3, Exposure.INTERNAL, 84, LocalDate.of(2040, 3, 31), true, 2031);
        system("portal", "オンライン申請ポータル", "情報政策課", 3, Exposure.INTERNET, 60, null, true, 2028);
        system("archive", "電子文書保存システム", "総務課", 2, Exposure.INTERNAL, 240, LocalDate.of(2056, 3, 31), false, 2030);
        system("payroll", "給与・人事システム", "人事課", 2, Exposure.INTERNAL, 120, null, true, 2027);
        system("school", "校務支援システム", "教育委員会", 2, null, null, null, null, null);
        system("library", "図書館システム", "生涯学習課", 1, Exposure.INTERNET, 12, null, true, 2032);
    }

    private void system(
            String id,
            String name,
            String owner,
            Integer impact,
            Exposure exposure,
            Integer months,
            LocalDate trust,
            Boolean updatable,
            Integer renewal) {
        systems.put(
                id,
                new InformationSystem(
                        id,
                        name,
                        "基幹",
                        new Responsibility(owner, owner + " 情報担当", id.equals("library") ? "" : "dx"),
                        new Protection(
                                declared(impact),
                                Grade.UNKNOWN,
                                Declaration.unknown(),
                                declared(months),
                                declared(trust),
                                declared(updatable)),
                        new Placement(Declaration.unknown(), Declaration.unknown(), declared(exposure)),
                        new Procurement(
                                declared(renewal), Declaration.unknown(), Declaration.unknown(), Declaration.unknown()),
                        Declaration.unknown(),
                        id.equals("school") ? "=cmd|' /C calc'!A0" : "",
                        Map.of()));
    }

    private static <T> Declaration<T> declared(T value) {
        return value == null ? Declaration.unknown() : Declaration.of(value, "systems.csv:2");
    }

    private void findings() {
        CryptoAsset rsa = new CryptoAsset.AlgorithmAsset(
                Algorithm.Known.of("rsassa-pkcs1v15").withParameterSet("2048").withDigest("SHA-256"));
        CryptoAsset ecdsa = new CryptoAsset.AlgorithmAsset(
                Algorithm.Known.of("ecdsa").withCurve("nist/P-256").withDigest("SHA-256"));
        CryptoAsset aes = new CryptoAsset.AlgorithmAsset(
                Algorithm.Known.of("aes").withParameterSet("256").withMode("gcm"));
        CryptoAsset unresolved =
                new CryptoAsset.AlgorithmAsset(new Algorithm.Unresolved("java.security.KeyPairGenerator#getInstance"));
        for (String system : List.of("resident", "tax", "portal", "archive", "payroll")) {
            finding(
                    system,
                    rsa,
                    "lib/" + system + "-core.jar!/jp/lg/shirube/" + system + "/Seal.class",
                    42,
                    "java.security.Signature#getInstance",
                    CryptoFunction.SIGN,
                    Category.SIGNATURE,
                    EvidenceKind.BYTECODE,
                    Resolution.LITERAL,
                    List.of("SHA256withRSA"),
                    CodeContext.MAIN);
            finding(
                    system,
                    ecdsa,
                    "src/main/java/jp/lg/shirube/" + system + "/Token.java",
                    118,
                    "java.security.Signature#getInstance",
                    CryptoFunction.VERIFY,
                    Category.SIGNATURE,
                    EvidenceKind.SOURCE,
                    Resolution.FIELD,
                    List.of("SHA256withECDSA"),
                    CodeContext.MAIN);
            finding(
                    system,
                    aes,
                    "src/main/java/jp/lg/shirube/" + system + "/Vault.java",
                    77,
                    "javax.crypto.Cipher#getInstance",
                    CryptoFunction.ENCRYPT,
                    Category.SYMMETRIC,
                    EvidenceKind.SOURCE,
                    Resolution.LITERAL,
                    List.of("AES/GCM/NoPadding"),
                    CodeContext.MAIN);
        }
        finding(
                "portal",
                unresolved,
                "src/main/java/鍵 管理/Keys.java",
                12,
                "java.security.KeyPairGenerator#getInstance",
                CryptoFunction.KEYGEN,
                Category.PUBLIC_KEY,
                EvidenceKind.SOURCE,
                Resolution.UNRESOLVED,
                List.of(),
                CodeContext.MAIN);
        finding(
                "portal",
                ecdsa,
                HOSTILE,
                3,
                "java.security.Signature#getInstance",
                CryptoFunction.SIGN,
                Category.SIGNATURE,
                EvidenceKind.SOURCE,
                Resolution.LITERAL,
                List.of("SHA256withECDSA"),
                CodeContext.TEST);
        finding(
                "portal",
                new CryptoAsset.Protocol(
                        "tls",
                        Optional.of("1.3"),
                        List.of("TLS_AES_256_GCM_SHA384"),
                        List.of("x25519", "secp256r1"),
                        List.of("ecdsa_secp256r1_sha256")),
                "tls://portal.example.jp:443",
                0,
                "handshake",
                CryptoFunction.TLS,
                Category.TLS,
                EvidenceKind.HANDSHAKE,
                Resolution.LITERAL,
                List.of(),
                CodeContext.MAIN);
    }

    private void finding(
            String system,
            CryptoAsset asset,
            String location,
            int line,
            String symbol,
            CryptoFunction function,
            Category category,
            EvidenceKind kind,
            Resolution resolution,
            List<String> values,
            CodeContext context) {
        boolean open = resolution == Resolution.UNRESOLVED;
        Evidence evidence = new Evidence(
                kind == EvidenceKind.HANDSHAKE ? "endpoint" : "jca",
                "1",
                symbol,
                values,
                open ? "settings.get(\"alg\")" : "",
                resolution,
                open ? "entry-param" : "",
                0,
                "");
        Occurrence occurrence = new Occurrence(
                location,
                line == 0 ? OptionalInt.empty() : OptionalInt.of(line),
                line == 0 ? OptionalInt.empty() : OptionalInt.of(9),
                line == 0 ? "" : "jp.lg.shirube.Seal#sign([B)[B",
                symbol,
                0,
                kind,
                context);
        findings.add(new AssignedFinding(
                system,
                new Finding(
                        asset,
                        occurrence,
                        function,
                        category,
                        open ? Confidence.POSSIBLE : Confidence.CERTAIN,
                        evidence)));
    }

    private void diagnostics() {
        diagnostics.add(new AssignedDiagnostic(
                "tax", Diagnostic.of(DiagnosticCode.LOCKED, "conf/tax.p12", "conf/tax.p12", "3")));
        diagnostics.add(new AssignedDiagnostic(
                "archive",
                Diagnostic.of(DiagnosticCode.LIMIT_REACHED, "lib/huge.jar", "100 MB", "lib/huge.jar!/a.bin")));
        diagnostics.add(new AssignedDiagnostic(
                "portal",
                Diagnostic.of(DiagnosticCode.HOST_UNREACHABLE, "tls://old.example.jp:443", "connection refused")));
        for (String system : List.of("resident", "tax", "portal", "archive", "payroll")) {
            coverage.put(
                    system,
                    new Coverage(Map.of(
                            new Coverage.Key(".", "jca", Coverage.Outcome.READ), new Coverage.Amount(120, 1_234_567),
                            new Coverage.Key(".", "jca", Coverage.Outcome.NO_ANCHOR),
                                    new Coverage.Amount(2_480, 98_765_432),
                            new Coverage.Key(".", "-", Coverage.Outcome.NOT_READ), new Coverage.Amount(31, 45_678))));
        }
    }

    private static Citation citation(
            String pack, String id, String name, String english, LocalDate day, boolean draft) {
        Policy policy = new Policy(
                id,
                new Text(name, english),
                "戦略本部",
                Optional.of(LocalDate.of(2025, 12, 23)),
                true,
                "",
                draft,
                Binding.STRATEGY,
                Text.same("政府機関等"),
                new Provenance("JP", Optional.empty(), Optional.empty(), 180),
                false,
                EvidenceGrade.P,
                true,
                List.of());
        PolicyRule rule = new PolicyRule(
                id + "-rule",
                PolicyRule.About.ASSET,
                RuleState.TRANSITION,
                Set.of(),
                Optional.empty(),
                new Match(true, List.of(), List.of(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
                Proviso.NONE,
                Optional.of(day),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Text.same("2.3")),
                new Text("原則として、2035年までに移行", "migrate by 2035 in principle"),
                new Text("", ""),
                EvidenceGrade.P,
                true);
        return new Citation(pack, policy, rule);
    }

    static Citation strategy() {
        return citation("jp-2035", "jp-cyber-strategy-2025", "サイバーセキュリティ戦略", "Cybersecurity Strategy", END_2035, true);
    }

    private static Citation strength() {
        return citation(
                "jp-cryptrec-strength",
                "jp-cryptrec-strength-2022r1",
                "CRYPTREC 暗号強度要件",
                "CRYPTREC strength requirements",
                END_2030,
                false);
    }

    private void assessments() {
        Map<String, List<AssignedFinding>> groups = new TreeMap<>();
        findings.forEach(it -> groups.computeIfAbsent(
                        it.system() + "\n" + it.finding().asset().id() + "\n"
                                + it.finding().function().id() + "\n"
                                + it.finding().occurrence().context(),
                        key -> new ArrayList<>())
                .add(it));
        groups.values().forEach(group -> assets.add(assessment(group)));
    }

    private AssetAssessment assessment(List<AssignedFinding> group) {
        Finding first = group.get(0).finding();
        boolean symmetric = first.category() == Category.SYMMETRIC;
        boolean open = first.evidence().resolution() == Resolution.UNRESOLVED;
        boolean tls = first.function() == CryptoFunction.TLS;
        boolean planned = !symmetric && !open && first.occurrence().context() == CodeContext.MAIN;
        List<Verdict> verdicts = symmetric
                ? List.of()
                : List.of(
                        new Verdict(
                                open ? Verdict.Outcome.INDETERMINATE : Verdict.Outcome.WARN,
                                strategy(),
                                Optional.of(END_2035),
                                new Text("移行期限は2035-12-31", "migration is due by 2035-12-31")),
                        new Verdict(
                                Verdict.Outcome.WARN, strength(), Optional.of(END_2030), new Text("強度", "strength")));
        return new AssetAssessment(
                group.get(0).system(),
                first.asset(),
                "x",
                tls ? PolicyFunction.KEY_ESTABLISHMENT : PolicyFunction.SIGNATURE,
                tls ? "tls13-kex" : "x509-sign",
                List.of(first.function()),
                first.occurrence().context(),
                true,
                symmetric ? QuantumThreat.WEAKENED : open ? QuantumThreat.UNKNOWN : QuantumThreat.VULNERABLE,
                OptionalInt.of(112),
                group.stream().map(it -> it.finding().fingerprint()).sorted().toList(),
                verdicts,
                planned ? Optional.of(END_2035) : Optional.empty(),
                List.of(END_2030, END_2035),
                Optional.empty(),
                Optional.empty(),
                planned ? Optional.of("T-" + group.get(0).system() + (tls ? "-kex" : "-sig")) : Optional.empty(),
                planned ? Optional.empty() : Optional.of(new Text("移行の対象外", "not part of the migration")));
    }

    private void tasks() {
        task(
                "resident",
                "lib",
                TaskKind.UPGRADE,
                "暗号ライブラリの更新（Bouncy Castle 1.84）",
                "Upgrade the crypto library (Bouncy Castle 1.84)",
                PolicyFunction.SIGNATURE,
                upgrade(),
                12,
                2026,
                4,
                2,
                END_2030,
                false);
        task(
                "resident",
                "sig",
                TaskKind.CODE,
                "電子署名の移行（RSA-2048、ECDSA P-256）",
                "Migrate signatures (RSA-2048, ECDSA P-256)",
                PolicyFunction.SIGNATURE,
                signatures(),
                60,
                2027,
                3,
                5,
                END_2030,
                false,
                "T-resident-lib");
        task(
                "resident",
                "jpki",
                TaskKind.WAIT,
                "公的個人認証（JPKI）の移行方針待ち",
                "Wait for the JPKI plan",
                PolicyFunction.CERTIFICATE,
                none(),
                2,
                2026,
                4,
                8,
                END_2035,
                false);
        task(
                "resident",
                "cert",
                TaskKind.CERTIFICATE,
                "サーバ証明書の更新",
                "Replace server certificates",
                PolicyFunction.CERTIFICATE,
                signatures(),
                10,
                2028,
                4,
                2,
                END_2030,
                false,
                "T-resident-sig");
        task(
                "tax",
                "sig",
                TaskKind.CODE,
                "申告データの署名検証の移行",
                "Migrate verification of tax returns",
                PolicyFunction.SIGNATURE,
                signatures(),
                45,
                2029,
                2,
                4,
                END_2035,
                false);
        task(
                "tax",
                "key",
                TaskKind.KEY,
                "署名鍵の更新（HSM）",
                "Replace signing keys (HSM)",
                PolicyFunction.SIGNATURE,
                signatures(),
                15,
                2030,
                2,
                3,
                END_2030,
                true,
                "T-tax-sig");
        task(
                "portal",
                "kex",
                TaskKind.CONFIGURATION,
                "TLS鍵共有のハイブリッド化",
                "Hybrid key exchange for TLS",
                PolicyFunction.KEY_ESTABLISHMENT,
                hybrid(),
                8,
                2027,
                1,
                2,
                END_2035,
                false);
        task(
                "portal",
                "sig",
                TaskKind.CODE,
                "トークン署名の移行",
                "Migrate token signatures",
                PolicyFunction.SIGNATURE,
                signatures(),
                30,
                2028,
                1,
                4,
                END_2035,
                false,
                "T-portal-kex");
        task(
                "archive",
                "sig",
                TaskKind.CODE,
                "長期署名の移行",
                "Migrate long-term signatures",
                PolicyFunction.SIGNATURE,
                none(),
                80,
                2033,
                1,
                8,
                END_2035,
                false);
        task(
                "archive",
                "ts",
                TaskKind.WAIT,
                "長期署名プロファイルの標準化待ち",
                "Wait for a long-term signature profile",
                PolicyFunction.SIGNATURE,
                none(),
                2,
                2027,
                1,
                12,
                END_2035,
                false);
        task(
                "payroll",
                "sig",
                TaskKind.INVESTIGATE,
                "実行時に決まるアルゴリズムの調査",
                "Find out what is decided at run time",
                PolicyFunction.UNKNOWN,
                none(),
                5,
                2027,
                2,
                1,
                null,
                false);
    }

    private void task(
            String system,
            String key,
            TaskKind kind,
            String ja,
            String en,
            PolicyFunction function,
            Replacement replacement,
            int days,
            int year,
            int quarter,
            int length,
            LocalDate deadline,
            boolean late,
            String... predecessors) {
        FiscalQuarter start = new FiscalQuarter(year, quarter);
        MigrationTask task = new MigrationTask(
                "T-" + system + "-" + key,
                kind,
                system,
                new Text(ja, en),
                "RSA-2048",
                function,
                List.of(),
                List.of(),
                replacement,
                new Effort(days, length, true),
                List.of(predecessors),
                system.equals("library") ? "" : "dx",
                start,
                Optional.empty(),
                Optional.ofNullable(deadline),
                Optional.empty(),
                Optional.of(score(60, 82)),
                List.of(
                        new Reason(
                                Reason.Kind.VERDICT,
                                new Text(
                                        "量子計算機に脆弱な署名が 2 箇所で使われている。",
                                        "Quantum-vulnerable signatures are used in 2 places."),
                                Optional.of(strategy())),
                        Reason.of(
                                Reason.Kind.EFFORT,
                                "工数 " + days + " 人日は計画表の仮置き値。",
                                "Effort of " + days + " person-days is the planning table's placeholder."),
                        Reason.of(
                                Reason.Kind.DEADLINE,
                                "採用した規則のうち最も早い期限に合わせる。",
                                "Placed before the earliest deadline of the adopted rules.")));
        SortedMap<FiscalQuarter, Integer> load = new TreeMap<>();
        for (int i = 0; i < length; i++) {
            load.put(start.plus(i), task.effort().share(i));
        }
        List<ScheduledTask> list = tasks.computeIfAbsent(system, it -> new ArrayList<>());
        list.add(new ScheduledTask(
                task,
                list.size() + 1,
                Optional.of(start),
                Optional.of(start.plus(length - 1)),
                load,
                late,
                late
                        ? Optional.of(new Text(
                                "情報政策課に 2030年度第1四半期まで 15 人日が必要。", "Needs 15 person-days of the team by FY2030 Q1."))
                        : Optional.empty(),
                Optional.empty(),
                List.of(Reason.of(Reason.Kind.CAPACITY, "担当の空きがある最初の四半期。", "First quarter with capacity."))));
    }

    private static Score score(int low, int high) {
        return new Score(
                low, high, END_2030, low == high ? Optional.empty() : Optional.of(Question.TRUST_HORIZON), List.of());
    }

    private static Replacement replacement(Target... targets) {
        return new Replacement(
                "x", Text.same("x"), new Text("中立（NIST）", "neutral (NIST)"), List.of(targets), List.of(), List.of());
    }

    private static Target target(String name, String reference, StandardStatus status, boolean verified) {
        return new Target(
                Text.same(name),
                "pure",
                reference,
                status,
                verified ? EvidenceGrade.P : EvidenceGrade.S,
                verified,
                new Text("", ""));
    }

    private static Replacement signatures() {
        return replacement(
                target("ML-DSA-65", "RFC 9881", StandardStatus.FINAL, true),
                target("SLH-DSA", "RFC 9909", StandardStatus.FINAL, false));
    }

    private static Replacement hybrid() {
        return replacement(target("X25519MLKEM768", "RFC 10024", StandardStatus.FINAL, true));
    }

    private static Replacement upgrade() {
        return replacement(target("Bouncy Castle 1.84", "", StandardStatus.FINAL, true));
    }

    private static Replacement none() {
        return replacement();
    }
}
