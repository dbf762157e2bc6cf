package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.Category;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.QuantumThreat;
import dev.shirube.domain.Team;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.DeadlineReading;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import dev.shirube.planner.policy.Verdict;
import dev.shirube.planner.risk.Question;
import dev.shirube.planner.risk.RiskBand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoadmapPlannerTest {

    private static final Algorithm RSA_2048 =
            Algorithm.Known.of("rsassa-pkcs1v15").withParameterSet("2048");
    private static final Algorithm P_256 = Algorithm.Known.of("ecdsa").withCurve("nist/P-256");
    private static final String SIGNATURE = "java.security.Signature#getInstance";
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    @Test
    void everyTaskCarriesWhyItExistsWhatReplacesItAndWhyItsQuarter() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                        .inventory(tax(3)),
                team(20));
        ScheduledTask task = roadmap.tasks().get(0);
        assertThat(task.task().reasons())
                .extracting(Reason::kind)
                .contains(
                        Reason.Kind.EVIDENCE,
                        Reason.Kind.VERDICT,
                        Reason.Kind.SCORE,
                        Reason.Kind.REPLACEMENT,
                        Reason.Kind.EFFORT);
        assertThat(task.reasons()).isNotEmpty();
        assertThat(text(task.task().reasons()))
                .contains("src/A.java:1")
                .contains("line 807")
                .contains("draft")
                .contains("ML-DSA (JEP 497 (24), final)")
                .contains("interim report (jp-i-2035, unverified)")
                .doesNotContain("null");
        assertThat(task.task().deadline()).contains(LocalDate.of(2035, 12, 31));
    }

    @Test
    void theEffortOfTheProductIsCalledAnAssumptionAndThatOfTheOfficeIsNot() {
        Inventory inventory = oneSignature();
        assertThat(text(plan(inventory, team(20)).tasks().get(0).task().reasons()))
                .contains("a planning assumption of ours");
        Resources own =
                new Resources(List.of(Findings.team("dx", 20)), List.of(), new TreeMap<>(Map.of(TaskKind.CODE, 7)));
        MigrationTask task = RoadmapPlanner.standard()
                .plan(inventory, own, settings())
                .tasks()
                .get(0)
                .task();
        assertThat(task.effort().personDays()).isEqualTo(7);
        assertThat(task.effort().assumed()).isFalse();
        assertThat(text(task.reasons())).contains("the office's own table");
    }

    @Test
    void withoutTeamsThereIsAnOrderAndNoCapacity() {
        Roadmap roadmap = plan(oneSignature(), Resources.NONE);
        assertThat(roadmap.basis()).isEqualTo(CapacityBasis.UNCONSTRAINED);
        assertThat(roadmap.assumptions()).contains(CapacityBasis.UNCONSTRAINED.label());
        assertThat(roadmap.tasks()).isNotEmpty().allMatch(it -> it.personDays().isEmpty());
    }

    @Test
    void aSystemWithoutATeamIsNotPlacedAndSaysWhatItNeeds() {
        Inventory inventory = Findings.of("orphan")
                .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .inventory();
        ScheduledTask task = plan(inventory, team(20)).tasks().get(0);
        assertThat(task.start()).isEmpty();
        assertThat(task.late()).isTrue();
        assertThat(task.needs().orElseThrow().en()).contains("needs a team").contains("orphan");
    }

    @Test
    void aTeamThatIsTooSmallIsToldHowMuchIsMissing() {
        Team small = new Team("dx", "dx", Map.of(new FiscalQuarter(2026, 4), 5, new FiscalQuarter(2027, 1), 5));
        ScheduledTask task =
                plan(oneSignature(), Resources.of(List.of(small))).tasks().get(0);
        assertThat(task.late()).isTrue();
        assertThat(task.needs().orElseThrow().en()).containsPattern("needs \\d+ more person-days of team dx in FY");
    }

    @Test
    void nothingStartsBeforeTheFirstWholeQuarterAhead() {
        Roadmap roadmap = plan(oneSignature(), team(100));
        assertThat(roadmap.tasks().get(0).start()).contains(new FiscalQuarter(2026, 4));
        PlanSettings onTheFirstDay = PlanSettings.of(LocalDate.of(2027, 1, 1));
        assertThat(RoadmapPlanner.standard()
                        .plan(oneSignature(), team(100), onTheFirstDay)
                        .tasks()
                        .get(0)
                        .start())
                .contains(new FiscalQuarter(2026, 4));
    }

    @Test
    void verifyingIsDeployedBeforeSigning() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                        .code(P_256, CryptoFunction.VERIFY, SIGNATURE, "src/B.java")
                        .inventory(tax(3)),
                team(100));
        ScheduledTask verifier = find(roadmap, "verifying side");
        ScheduledTask signer = roadmap.tasks().stream()
                .filter(it -> it != verifier)
                .findFirst()
                .orElseThrow();
        assertThat(signer.task().predecessors()).containsExactly(verifier.task().id());
        assertThat(signer.start().orElseThrow()).isGreaterThan(verifier.finish().orElseThrow());
        assertThat(text(signer.reasons())).contains("after its predecessor");
    }

    @Test
    void aLibraryThatIsTooOldIsUpgradedBeforeTheCodeThatNeedsIt() {
        Findings findings = Findings.of("tax").code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java");
        Roadmap old =
                plan(findings.library("org.bouncycastle/bcprov-jdk18on", "1.70").inventory(tax(3)), team(100));
        ScheduledTask upgrade = find(old, "Upgrade bcprov-jdk18on 1.70 to 1.79 or later");
        assertThat(old.tasks())
                .extracting(it -> it.task().kind())
                .containsExactlyInAnyOrder(TaskKind.UPGRADE, TaskKind.CODE);
        assertThat(find(old, "code change").task().predecessors())
                .containsExactly(upgrade.task().id());
        Roadmap recent = plan(
                Findings.of("tax")
                        .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                        .library("org.bouncycastle/bcprov-jdk18on", "1.84")
                        .inventory(tax(3)),
                team(100));
        assertThat(recent.tasks()).hasSize(1);
    }

    @Test
    void aLibraryOfUnknownVersionIsNotTakenForANewOne() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                        .library("org.bouncycastle/bcprov-jdk18on", "")
                        .inventory(tax(3)),
                team(100));
        ScheduledTask upgrade = find(roadmap, "Upgrade bcprov-jdk18on (version unknown) to 1.79 or later");
        assertThat(text(upgrade.task().reasons())).contains("find out first");
    }

    @Test
    void aLibraryThatOnlyTheTestsNeedIsNotUpgraded() {
        CryptoAsset old =
                new CryptoAsset.Library("pkg:maven/org.bouncycastle/bcprov-jdk18on@1.70", "bcprov-jdk18on", "1.70");
        Findings findings = Findings.of("tax")
                .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .add(old, CryptoFunction.OTHER, Category.OTHER, EvidenceKind.MANIFEST, "", "src/test/pom.xml");
        assertThat(plan(findings.inventory(tax(3)), team(100)).tasks()).hasSize(1);
    }

    @Test
    void anAuthorityMovesBeforeWhatItIssuesEvenInAnotherSystem() {
        Inventory inventory = Findings.of("pki")
                .certificate("CN=Root", "CN=Root", true, RSA_2048, "ca.pem")
                .inventory(Findings.declared("pki", "dx", 3, Exposure.INTERNAL, 0, 2030))
                .merge(Findings.of("tax")
                        .certificate("CN=tax", "CN=Root", false, RSA_2048, "tax.p12")
                        .keyOf("CN=tax", Algorithm.Known.of("rsa-key").withParameterSet("2048"), "PKCS#12", "tax.p12")
                        .inventory(tax(3)));
        Roadmap roadmap = plan(inventory, team(100));
        ScheduledTask root = find(roadmap, "Root certification authority");
        ScheduledTask leaf = find(roadmap, "replacement of certificates");
        ScheduledTask trust = find(roadmap, "change of trust stores");
        assertThat(leaf.task().predecessors()).containsExactly(root.task().id());
        assertThat(leaf.task().findings()).hasSize(2);
        assertThat(trust.task().predecessors())
                .containsExactlyInAnyOrder(root.task().id(), leaf.task().id());
        assertThat(roadmap.tasks())
                .extracting(it -> it.task().kind())
                .containsExactlyInAnyOrder(
                        TaskKind.GOVERN, TaskKind.PROFILE, TaskKind.AUTHORITY, TaskKind.CERTIFICATE, TaskKind.TRUST);
    }

    @Test
    void withoutAStandardTheTaskIsToWaitAndReviewAndHasNoDate() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .ssh("sshd_config", List.of("curve25519-sha256"), List.of("ssh-ed25519"))
                        .inventory(tax(3)),
                team(100));
        ScheduledTask wait = find(roadmap, "wait for a standard");
        assertThat(wait.task().review()).contains(LocalDate.of(2027, 3, 31));
        assertThat(wait.task().deadline()).isEmpty();
        assertThat(text(wait.task().reasons())).contains("no final standard exists yet");
        ScheduledTask exchange = find(roadmap, "SSH key exchange");
        assertThat(exchange.task().kind()).isEqualTo(TaskKind.CONFIGURATION);
        assertThat(exchange.task().deadline()).contains(LocalDate.of(2035, 12, 31));
    }

    @Test
    void oneClassicalGroupAmongHybridOnesIsStillVulnerable() {
        assertThat(threat("X25519MLKEM768", "x25519")).isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(threat("X25519MLKEM768")).isEqualTo(QuantumThreat.SAFE);
        assertThat(threat("not-a-group")).isEqualTo(QuantumThreat.UNKNOWN);
        assertThat(threat()).isEqualTo(QuantumThreat.UNKNOWN);
    }

    private static QuantumThreat threat(String... groups) {
        Inventory inventory =
                Findings.of("web").tls("1.3", "tls://web:443", groups).inventory(tax(3));
        return plan(inventory, team(100)).assets().get(0).threat();
    }

    @Test
    void aHybridGroupThatIsAcceptedAlreadyIsSaid() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .tls("1.3", "tls://web:443", "X25519MLKEM768", "x25519")
                        .inventory(tax(3)),
                team(100));
        assertThat(text(roadmap.tasks().get(0).task().reasons()))
                .contains("X25519MLKEM768 is accepted already")
                .doesNotContain("x25519 is accepted already");
    }

    @Test
    void tlsBeforeVersion13IsVulnerableWhateverItsGroups() {
        Roadmap roadmap = plan(Findings.of("tax").tls("1.2", "tls://web:443").inventory(tax(3)), team(100));
        assertThat(roadmap.assets().get(0).threat()).isEqualTo(QuantumThreat.VULNERABLE);
        assertThat(roadmap.tasks().get(0).task().replacement().use()).isEqualTo("tls12-rsa-kex");
    }

    @Test
    void codeThatTakesAKeyTypeForGrantedIsPartOfTheTaskThatReplacesTheKey() {
        Algorithm.Known key = Algorithm.Known.of("ec-key");
        String type = "java.security.interfaces.ECPublicKey";
        Findings casts = Findings.of("tax").code(key, CryptoFunction.KEY_TYPE, type, "src/Cast.java");
        Roadmap alone = plan(casts.inventory(tax(3)), team(100));
        assertThat(alone.tasks()).isEmpty();
        assertThat(alone.assets()).singleElement().satisfies(asset -> {
            assertThat(asset.untasked().orElseThrow().en()).contains("takes a key type for granted");
            assertThat(asset.verdicts()).isEmpty();
            assertThat(asset.earliest()).isEmpty();
        });
        assertThat(alone.systems().get(0).vulnerableAssets()).isZero();

        Roadmap used = plan(
                casts.code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java").inventory(tax(3)), team(100));
        MigrationTask task = used.tasks().get(0).task();
        assertThat(used.tasks()).hasSize(1);
        assertThat(task.findings()).hasSize(1);
        assertThat(task.reasons())
                .anySatisfy(
                        reason -> assertThat(reason.text().en())
                                .isEqualTo(
                                        "1 place takes the key type for granted (" + type
                                                + "), for example src/Cast.java:1: new keys do not pass there, so change them as well"));
    }

    @Test
    void keysOfAnotherTypeAreNotInTheWay() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(
                                Algorithm.Known.of("rsa-key"),
                                CryptoFunction.KEY_TYPE,
                                "java.security.interfaces.RSAPublicKey",
                                "src/Cast.java")
                        .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                        .inventory(tax(3)),
                team(100));
        assertThat(roadmap.tasks().get(0).task().reasons())
                .noneMatch(reason -> reason.text().en().contains("for granted"));
    }

    @Test
    void aTaskSaysWhatCodeFixesThatAnUpgradeDoesNotChange() {
        CryptoAsset groups =
                new CryptoAsset.Protocol("tls", Optional.empty(), List.of(), List.of("x25519", "secp256r1"), List.of());
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .add(
                                groups,
                                CryptoFunction.TLS,
                                Category.TLS,
                                EvidenceKind.BYTECODE,
                                "javax.net.ssl.SSLParameters#setNamedGroups",
                                "app.jar!/A.class")
                        .inventory(tax(3)),
                team(100));
        assertThat(roadmap.tasks().get(0).task().reasons()).anySatisfy(reason -> {
            assertThat(reason.kind()).isEqualTo(Reason.Kind.EVIDENCE);
            assertThat(reason.text().en()).startsWith("Fixes the key-exchange groups without a hybrid one");
            assertThat(reason.text().ja()).contains("ハイブリッド鍵交換は使われない");
        });
    }

    @Test
    void testCodeIsReportedButDrivesNoTask() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/test/java/ATest.java")
                        .inventory(tax(3)),
                team(100));
        assertThat(roadmap.tasks()).isEmpty();
        assertThat(roadmap.assets()).singleElement().satisfies(asset -> {
            assertThat(asset.untasked().orElseThrow().en()).contains("test code");
            assertThat(asset.earliest()).isEmpty();
            assertThat(asset.verdicts()).anyMatch(it -> it.outcome() == Verdict.Outcome.WARN);
        });
        assertThat(roadmap.systems().get(0).vulnerableAssets()).isZero();
    }

    @Test
    void anAlgorithmKnownOnlyAtRunTimeIsToBeInvestigatedAndMayBeHarmless() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(new Algorithm.Unresolved(SIGNATURE), CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                        .inventory(tax(3)),
                team(100));
        assertThat(roadmap.tasks().get(0).task().kind()).isEqualTo(TaskKind.INVESTIGATE);
        assertThat(roadmap.assets().get(0).earliest().orElseThrow().low()).isZero();
        assertThat(roadmap.assets().get(0).verdicts())
                .anyMatch(it -> it.outcome() == Verdict.Outcome.INDETERMINATE)
                .noneMatch(it -> it.outcome() == Verdict.Outcome.OK);
    }

    @Test
    void whatIsNotUrgentWaitsForTheRenewalAndWhatIsUrgentDoesNot() {
        Findings findings = Findings.of("tax").code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java");
        ScheduledTask calm = plan(findings.inventory(tax(2)), team(100)).tasks().get(0);
        assertThat(calm.task().score().orElseThrow().band()).isEqualTo(RiskBand.WATCH);
        assertThat(calm.start()).contains(new FiscalQuarter(2031, 1));
        assertThat(text(calm.task().reasons())).contains("renewal in FY2031");

        InformationSystem secret = Findings.declared("tax", "dx", 4, Exposure.PARTNER, 360, 2031);
        Inventory records =
                Findings.of("tax").tls("1.3", "tls://tax:443", "x25519").inventory(secret);
        ScheduledTask urgent = plan(records, team(100)).tasks().get(0);
        assertThat(urgent.task().score().orElseThrow().value()).isEqualTo("95");
        assertThat(urgent.start()).contains(new FiscalQuarter(2026, 4));
        assertThat(text(urgent.task().reasons())).contains("is not waited for");
    }

    @Test
    void whatUrgentWorkWaitsForDoesNotWaitForTheRenewal() {
        InformationSystem secret = Findings.declared("tax", "dx", 4, Exposure.PARTNER, 360, 2031);
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(
                                Algorithm.Known.of("rsaes-oaep").withParameterSet("3072"),
                                CryptoFunction.ENCRYPT,
                                "javax.crypto.Cipher#getInstance",
                                "src/A.java")
                        .library("org.bouncycastle/bcprov-jdk18on", "1.70")
                        .inventory(secret),
                team(100));
        assertThat(find(roadmap, "Upgrade").start()).contains(new FiscalQuarter(2026, 4));
        assertThat(find(roadmap, "code change").start()).contains(new FiscalQuarter(2027, 1));
    }

    @Test
    void aRenewalAfterTheDeadlineIsNotWaitedFor() {
        InformationSystem late = Findings.declared("tax", "dx", 1, Exposure.ISOLATED, 0, 2035);
        Inventory inventory = Findings.of("tax")
                .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .inventory(late);
        ScheduledTask task = plan(inventory, team(100)).tasks().get(0);
        assertThat(task.finish().orElseThrow().lastDay()).isBefore(LocalDate.of(2036, 1, 1));
        assertThat(text(task.task().reasons())).contains("renewal of FY2035 ends after 2035-12-31");
        PlanSettings fiscal = settings().withReading(DeadlineReading.FISCAL_YEAR);
        ScheduledTask waiting = RoadmapPlanner.standard()
                .plan(inventory, team(100), fiscal)
                .tasks()
                .get(0);
        assertThat(waiting.start()).contains(new FiscalQuarter(2035, 1));
        assertThat(waiting.late()).isFalse();
    }

    @Test
    void newUseOfRsa2048IsDueBy2030AndSaysBothDates() {
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(RSA_2048, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                        .inventory(tax(2)),
                team(100));
        AssetAssessment asset = roadmap.assets().get(0);
        assertThat(asset.deadline()).contains(LocalDate.of(2030, 12, 31));
        assertThat(asset.dates()).containsExactly(LocalDate.of(2030, 12, 31), LocalDate.of(2035, 12, 31));
        ScheduledTask task = roadmap.tasks().get(0);
        assertThat(task.finish().orElseThrow().lastDay()).isBeforeOrEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(task.late()).isFalse();
    }

    @Test
    void aTaskThatCannotBeInTimeIsLateFailsAndSaysWhatItNeeds() {
        Team later = new Team("dx", "dx", Map.of(new FiscalQuarter(2031, 1), 100, new FiscalQuarter(2031, 2), 100));
        Roadmap roadmap = plan(
                Findings.of("tax")
                        .code(RSA_2048, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                        .inventory(tax(2)),
                Resources.of(List.of(later)));
        ScheduledTask task = roadmap.tasks().get(0);
        assertThat(task.start()).contains(new FiscalQuarter(2031, 1));
        assertThat(task.late()).isTrue();
        assertThat(task.needs().orElseThrow().en()).contains("more person-days of team dx");
        assertThat(roadmap.assets().get(0).verdicts())
                .filteredOn(it -> it.outcome() == Verdict.Outcome.FAIL)
                .extracting(it -> it.citation().rule().id())
                .containsExactly("jp-s-112-new");
    }

    @Test
    void aDeadlineThatHasPassedNeedsADecisionAndTheWorkStillComesFirst() {
        PlanSettings after =
                PlanSettings.of(LocalDate.of(2031, 1, 1)).withPack("jp-cryptrec-strength", Adoption.INTERNAL_RULE);
        Inventory inventory = Findings.of("tax")
                .code(RSA_2048, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .inventory(tax(2));
        ScheduledTask task = RoadmapPlanner.standard()
                .plan(inventory, team(100), after)
                .tasks()
                .get(0);
        assertThat(task.start()).contains(new FiscalQuarter(2030, 4));
        assertThat(task.needs().orElseThrow().en()).contains("exception").contains("2030-12-31");
    }

    @Test
    void withNothingAdoptedDatesAreShownButBindNothing() {
        PlanSettings shown = PlanSettings.of(AS_OF).withPack("jp-2035", Adoption.INFORMATION);
        Roadmap roadmap = RoadmapPlanner.standard().plan(oneSignature(), team(100), shown);
        assertThat(roadmap.assets().get(0).deadline()).isEmpty();
        assertThat(roadmap.assets().get(0).dates()).containsExactly(LocalDate.of(2035, 12, 31));
        assertThat(roadmap.assumptions()).anyMatch(it -> it.en().startsWith("No pack is adopted"));
    }

    @Test
    void systemsStandInLexicographicOrderAndAskForWhatIsUndeclared() {
        Inventory inventory = Findings.of("tax")
                .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .inventory(tax(2))
                .merge(Findings.of("web").tls("1.3", "tls://web:443", "x25519").inventory());
        Roadmap roadmap = plan(inventory, Resources.NONE);
        assertThat(roadmap.systems()).extracting(it -> it.system().id()).containsExactly("web", "tax");
        SystemPriority first = roadmap.systems().get(0);
        assertThat(first.score().orElseThrow().needsConfirmation()).isTrue();
        assertThat(first.questions()).containsExactly(Question.PROTECTION_PERIOD);
        assertThat(roadmap.systems().get(1).questions()).isEmpty();
        assertThat(roadmap.gaps()).extracting(Gap::system).contains("tax", "web");
    }

    @Test
    void theSameInputsGiveAnEqualRoadmapWhateverTheirOrder() {
        Inventory inventory = Findings.of("tax")
                .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .code(RSA_2048, CryptoFunction.VERIFY, SIGNATURE, "src/B.java")
                .tls("1.3", "tls://tax:443", "x25519", "secp256r1")
                .inventory(tax(3));
        List<AssignedFinding> shuffled = new ArrayList<>(inventory.findings());
        Collections.reverse(shuffled);
        Inventory same = new Inventory(inventory.systems(), shuffled, inventory.diagnostics(), inventory.coverage());
        Roadmap one = plan(inventory, team(20));
        assertThat(plan(same, team(20))).isEqualTo(one);
        assertThat(one.packs()).allMatch(pack -> pack.sha256().length() == 64);
        assertThat(RoadmapChecker.check(one, inventory)).isEmpty();
    }

    @Test
    void theIdOfATaskSurvivesANewFinding() {
        String before = plan(oneSignature(), team(20)).tasks().get(0).task().id();
        Inventory more = Findings.of("tax")
                .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .code(RSA_2048, CryptoFunction.SIGN, SIGNATURE, "src/C.java")
                .inventory(tax(3));
        assertThat(plan(more, team(20)).tasks())
                .extracting(it -> it.task().id())
                .containsExactly(before);
    }

    @Test
    void anEmptyInventoryIsAnEmptyRoadmap() {
        Roadmap roadmap = plan(Inventory.EMPTY, team(20));
        assertThat(roadmap.tasks()).isEmpty();
        assertThat(roadmap.systems()).isEmpty();
    }

    @Test
    void aPlanMadeAfterTheHorizonPlacesNothing() {
        PlanSettings late = PlanSettings.of(LocalDate.of(2040, 1, 2)).withPack("jp-2035", Adoption.INTERNAL_RULE);
        Roadmap roadmap = RoadmapPlanner.standard().plan(oneSignature(), team(20), late);
        assertThat(roadmap.tasks()).isNotEmpty().allMatch(it -> it.start().isEmpty() && it.late());
        assertThat(roadmap.assets().get(0).verdicts()).anyMatch(it -> it.outcome() == Verdict.Outcome.FAIL);
    }

    @Test
    void twoTeamsOfOneIdAreRefused() {
        Team team = Findings.team("dx", 1);
        assertThatThrownBy(() -> new Resources(List.of(team, team), List.<BudgetLine>of(), new TreeMap<>()))
                .hasMessageContaining("same id");
    }

    private static Inventory oneSignature() {
        return Findings.of("tax")
                .code(P_256, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .inventory(Findings.declared("tax", "dx", 3, Exposure.INTERNAL, 84, 2026));
    }

    /** A system whose data need no protection; its renewal is in FY2031. */
    private static InformationSystem tax(int impact) {
        return Findings.declared("tax", "dx", impact, Exposure.INTERNAL, 0, 2031);
    }

    private static Resources team(int personDays) {
        return Resources.of(List.of(Findings.team("dx", personDays)));
    }

    private static PlanSettings settings() {
        return PlanSettings.of(AS_OF)
                .withPack("jp-2035", Adoption.INTERNAL_RULE)
                .withPack("jp-cryptrec-strength", Adoption.INTERNAL_RULE);
    }

    private static Roadmap plan(Inventory inventory, Resources resources) {
        Roadmap roadmap = RoadmapPlanner.standard().plan(inventory, resources, settings());
        assertThat(RoadmapChecker.check(roadmap, inventory)).isEmpty();
        return roadmap;
    }

    private static ScheduledTask find(Roadmap roadmap, String title) {
        return roadmap.tasks().stream()
                .filter(it -> it.task().title().en().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among " + roadmap.tasks()));
    }

    private static String text(List<Reason> reasons) {
        return reasons.stream().map(it -> it.text().in(Language.EN)).collect(Collectors.joining("\n"));
    }
}
