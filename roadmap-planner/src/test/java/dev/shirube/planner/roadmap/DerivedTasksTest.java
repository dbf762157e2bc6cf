package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeOwner;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Reach;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import dev.shirube.planner.policy.Verdict;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each kind of task from a small inventory, its order, its effort, and that no exposure weighs twice. */
class DerivedTasksTest {

    private static final Algorithm RSA = Algorithm.Known.of("rsassa-pkcs1v15").withParameterSet("3072");
    private static final Algorithm RSA_KEY = Algorithm.Known.of("rsa-key").withParameterSet("3072");
    private static final String SIGNATURE = "java.security.Signature#getInstance";
    private static final String CIPHER = "javax.crypto.Cipher#getInstance";

    private static InformationSystem system(String id, int impact) {
        return Findings.declared(id, "dx", impact, Exposure.INTERNAL, 0, 2031);
    }

    private static PlanSettings settings() {
        return PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("jp-2035", Adoption.INTERNAL_RULE);
    }

    private static Roadmap plan(Inventory inventory, PlanSettings settings) {
        Roadmap roadmap =
                RoadmapPlanner.standard().plan(inventory, Resources.of(List.of(Findings.team("dx", 100))), settings);
        assertThat(RoadmapChecker.check(roadmap, inventory)).isEmpty();
        return roadmap;
    }

    private static Roadmap plan(Inventory inventory) {
        return plan(inventory, settings());
    }

    private static MigrationTask only(Roadmap roadmap, TaskKind kind) {
        List<MigrationTask> found = all(roadmap, kind);
        assertThat(found).as("%s", kind).hasSize(1);
        return found.get(0);
    }

    private static List<MigrationTask> all(Roadmap roadmap, TaskKind kind) {
        return roadmap.tasks().stream()
                .map(ScheduledTask::task)
                .filter(it -> it.kind() == kind)
                .toList();
    }

    private static String text(MigrationTask task) {
        return task.reasons().stream().map(it -> it.text().in(Language.EN)).collect(Collectors.joining("\n"));
    }

    private static Inventory pki() {
        return Findings.of("pki")
                .certificate("CN=Root", "CN=Root", true, RSA, "root.pem")
                .certificate("CN=Issuing", "CN=Root", true, RSA, "issuing.pem")
                .certificate("CN=leaf", "CN=Issuing", false, RSA, "leaf.pem")
                .keyOf("CN=leaf", RSA_KEY, "PKCS#12", "leaf.p12")
                .inventory(system("pki", 3));
    }

    @Test
    void rootThenIssuingThenLeafThenTrustStoresThenProofThenRetirement() {
        Roadmap roadmap = plan(pki());
        MigrationTask profile = only(roadmap, TaskKind.PROFILE);
        MigrationTask root = all(roadmap, TaskKind.AUTHORITY).stream()
                .filter(it -> it.title().en().startsWith("Root"))
                .findFirst()
                .orElseThrow();
        MigrationTask issuing = all(roadmap, TaskKind.AUTHORITY).stream()
                .filter(it -> it.title().en().startsWith("Issuing"))
                .findFirst()
                .orElseThrow();
        MigrationTask leaf = only(roadmap, TaskKind.CERTIFICATE);
        MigrationTask trust = only(roadmap, TaskKind.TRUST);
        assertThat(root.predecessors()).containsExactly(profile.id());
        assertThat(issuing.predecessors()).contains(root.id());
        assertThat(leaf.predecessors()).containsExactly(issuing.id());
        assertThat(trust.predecessors()).contains(root.id(), issuing.id(), leaf.id());
        assertThat(root.score()).isEmpty();
        assertThat(root.basis()).hasSize(1);
        assertThat(trust.score()).isPresent();
        assertThat(trust.findings()).hasSize(2);
        assertThat(all(roadmap, TaskKind.VERIFY)).isEmpty();
    }

    @Test
    void threeChangesOfOneSystemAreShownByANewScanAndTheirKeysRetired() {
        Inventory inventory = pki().merge(Findings.of("pki")
                .code(RSA, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .inventory(system("pki", 3)));
        Roadmap roadmap = plan(inventory);
        MigrationTask verify = only(roadmap, TaskKind.VERIFY);
        MigrationTask retire = all(roadmap, TaskKind.RETIRE).isEmpty() ? verify : only(roadmap, TaskKind.RETIRE);
        assertThat(verify.predecessors())
                .contains(
                        only(roadmap, TaskKind.TRUST).id(),
                        only(roadmap, TaskKind.CODE).id());
        assertThat(verify.deadline()).contains(LocalDate.of(2035, 12, 31));
        assertThat(retire).isNotEqualTo(verify);
        assertThat(retire.predecessors()).containsExactly(verify.id());
    }

    @Test
    void keysInAnHsmWaitForItsFirmware() {
        Inventory inventory = pki().merge(Findings.of("pki")
                .code(RSA, CryptoFunction.SIGN, "PKCS11#C_Sign", "src/Hsm.java")
                .inventory(system("pki", 3)));
        Roadmap roadmap = plan(inventory);
        MigrationTask hsm = only(roadmap, TaskKind.HSM);
        assertThat(all(roadmap, TaskKind.AUTHORITY))
                .allMatch(it -> it.predecessors().contains(hsm.id()));
        assertThat(all(plan(pki()), TaskKind.HSM)).isEmpty();
    }

    @Test
    void whatIsStoredIsEncryptedAnewAfterTheCodeAndCarriesTheWeight() {
        Roadmap roadmap = plan(Findings.of("docs")
                .add(
                        new CryptoAsset.AlgorithmAsset(
                                Algorithm.Known.of("rsaes-oaep").withParameterSet("3072")),
                        CryptoFunction.ENCRYPT,
                        Category.PUBLIC_KEY,
                        EvidenceKind.SOURCE,
                        "org.bouncycastle.cms.CMSEnvelopedDataGenerator#generate",
                        "src/Box.java")
                .inventory(Findings.declared("docs", "dx", 3, Exposure.INTERNAL, 360, 2031)));
        MigrationTask code = only(roadmap, TaskKind.CODE);
        MigrationTask stored = only(roadmap, TaskKind.RE_ENCRYPTION);
        assertThat(stored.predecessors()).containsExactly(code.id());
        assertThat(code.score()).isEmpty();
        assertThat(stored.score().orElseThrow().high()).isPositive();
        assertThat(code.basis()).isEqualTo(stored.findings());
    }

    @Test
    void whatStandsInLibrariesIsOneTaskWithoutCallSites() {
        Findings findings = Findings.of("tax");
        for (int i = 0; i < 40; i++) {
            findings.code(RSA, CryptoFunction.SIGN, SIGNATURE, "app.jar!/lib/x.jar!/com/lib/C" + i + ".class")
                    .in(CodeOwner.THIRD_PARTY, Reach.REACHED);
        }
        findings.code(
                        Algorithm.Known.of("rsaes-oaep").withParameterSet("3072"),
                        CryptoFunction.ENCRYPT,
                        CIPHER,
                        "app.jar!/lib/y.jar!/com/lib/E.class")
                .in(CodeOwner.THIRD_PARTY, Reach.REACHED);
        Roadmap roadmap = plan(findings.inventory(system("tax", 3)));
        assertThat(roadmap.tasks()).hasSize(1);
        MigrationTask library = only(roadmap, TaskKind.LIBRARY);
        assertThat(library.effort().personDays()).isEqualTo(5);
        assertThat(library.findings()).hasSize(41);
    }

    @Test
    void callSitesAndFilesDriveTheEffortAndWhatNothingReachesDoesNot() {
        int one = days(1, CodeOwner.OWN, Reach.REACHED);
        int ten = days(10, CodeOwner.OWN, Reach.REACHED);
        assertThat(ten - one).isEqualTo(18);
        assertThat(days(10, CodeOwner.OWN, Reach.NOT_REACHED)).isLessThan(one);
        assertThat(AssumedEfforts.rates()).allSatisfy(it -> {
            assertThat(it.tenths().low()).isPresent();
            assertThat(it.tenths().high().orElseThrow())
                    .isGreaterThan(it.tenths().low().orElseThrow());
        });
    }

    private static int days(int files, CodeOwner owner, Reach reach) {
        Findings findings = Findings.of("tax");
        for (int i = 0; i < files; i++) {
            findings.code(RSA, CryptoFunction.SIGN, SIGNATURE, "src/F" + i + ".java")
                    .in(owner, reach);
        }
        return only(plan(findings.inventory(system("tax", 3))), TaskKind.CODE)
                .effort()
                .personDays();
    }

    @Test
    void aUseOfTwoSystemsIsTriedOnTheLeastCriticalFirst() {
        Inventory inventory = Findings.of("records")
                .tls("1.3", "tls://records:443", "x25519")
                .inventory(Findings.declared("records", "dx", 4, Exposure.INTERNET, 360, 2031))
                .merge(Findings.of("web").tls("1.3", "tls://web:443", "x25519").inventory(system("web", 1)));
        Roadmap roadmap = plan(inventory);
        MigrationTask pilot = only(roadmap, TaskKind.PILOT);
        assertThat(pilot.system()).isEqualTo("web");
        assertThat(all(roadmap, TaskKind.CONFIGURATION))
                .hasSize(2)
                .allMatch(it -> it.predecessors().equals(List.of(pilot.id())));
        MigrationTask govern = only(roadmap, TaskKind.GOVERN);
        assertThat(govern.system()).isEqualTo(MigrationTask.OFFICE);
        assertThat(text(govern)).contains("an annual plan each fiscal year").contains("line 825");
        assertThat(roadmap.systems()).extracting(it -> it.system().id()).containsExactly("records", "web");
    }

    @Test
    void declaredPeersAreAskedBeforeTheClassicalWayIsClosed() {
        InformationSystem web = system("web", 2);
        InformationSystem asked = new InformationSystem(
                web.id(),
                web.name(),
                web.category(),
                web.responsibility(),
                web.protection(),
                web.placement(),
                web.procurement(),
                Declaration.of(List.of("eLTAX"), "test"),
                web.note(),
                web.others());
        Findings findings = Findings.of("web").tls("1.3", "tls://web:443", "x25519");
        Roadmap roadmap = plan(findings.inventory(asked));
        MigrationTask peers = only(roadmap, TaskKind.PEERS);
        assertThat(text(peers)).contains("eLTAX");
        assertThat(only(roadmap, TaskKind.CONFIGURATION).predecessors()).containsExactly(peers.id());
        assertThat(plan(findings.inventory(web)).tasks()).hasSize(1);
    }

    @Test
    void whatIsUndeclaredOrWasNotLookedAtIsATaskOfItsOwner() {
        Inventory inventory = Findings.of("web")
                .tls("1.3", "tls://web:443", "x25519")
                .inventory(InformationSystem.undeclared("web"), system("library", 2));
        List<MigrationTask> declare = all(plan(inventory), TaskKind.DECLARE);
        assertThat(declare).extracting(MigrationTask::system).containsExactlyInAnyOrder("web", "library");
        assertThat(declare)
                .extracting(MigrationTask::role)
                .allMatch(it -> it.id().equals("owner"));
        assertThat(declare.stream().map(DerivedTasksTest::text).collect(Collectors.joining()))
                .contains("the score needs it")
                .contains("does not mean that there is nothing");
    }

    @Test
    void noFindingWeighsTwiceAndIdsDoNotHangOnTheOrderOfTheInput() {
        Inventory inventory = pki().merge(Findings.of("web")
                .tls("1.3", "tls://web:443", "x25519")
                .code(RSA, CryptoFunction.SIGN, SIGNATURE, "src/A.java")
                .code(RSA, CryptoFunction.VERIFY, SIGNATURE, "src/B.java")
                .inventory(system("web", 2)));
        Roadmap roadmap = plan(inventory);
        Set<String> weighed = new HashSet<>();
        for (AssetAssessment asset : roadmap.assets()) {
            asset.task()
                    .ifPresent(id -> assertThat(
                                    roadmap.task(id).orElseThrow().task().score())
                            .isPresent());
        }
        roadmap.tasks().stream()
                .map(ScheduledTask::task)
                .forEach(task -> task.findings()
                        .forEach(it -> assertThat(weighed.add(task.system() + it + task.function()))
                                .as(it)
                                .isTrue()));
        List<AssignedFinding> reversed = new ArrayList<>(inventory.findings());
        Collections.reverse(reversed);
        Inventory same = new Inventory(inventory.systems(), reversed, inventory.diagnostics(), inventory.coverage());
        assertThat(plan(same)).isEqualTo(roadmap);
    }

    @Test
    void theTargetFollowsThePacksThatWereAdopted() {
        Inventory inventory =
                Findings.of("web").tls("1.3", "tls://web:443", "x25519").inventory(system("web", 2));
        assertThat(targets(plan(inventory))).contains("X25519MLKEM768");
        PlanSettings bsi = settings().withPack("bsi", Adoption.INTERNAL_RULE);
        assertThat(targets(plan(inventory, bsi))).containsExactly("SecP256r1MLKEM768", "SecP384r1MLKEM1024");
        Inventory signing = Findings.of("web")
                .code(RSA, CryptoFunction.SIGN, "org.bouncycastle.cms.CMSSignedDataGenerator#generate", "src/A.java")
                .inventory(system("web", 2));
        assertThat(only(plan(signing), TaskKind.CODE).replacement().view().en())
                .contains("not a Japanese recommendation");
        PlanSettings cnsa = PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("cnsa2", Adoption.INTERNAL_RULE);
        assertThat(targets(plan(signing, cnsa))).containsExactly("ML-DSA (ML-DSA-87)");
    }

    private static List<String> targets(Roadmap roadmap) {
        return roadmap.tasks().get(0).task().replacement().targets().stream()
                .map(it -> it.name().en())
                .toList();
    }

    @Test
    void withoutAStandardTheTaskWaitsOnceForAllFunctions() {
        Roadmap roadmap = plan(Findings.of("dns")
                .ssh("sshd_config", List.of("mlkem768x25519-sha256"), List.of("ssh-ed25519"))
                .inventory(system("dns", 2)));
        assertThat(only(roadmap, TaskKind.WAIT).review()).contains(LocalDate.of(2027, 3, 31));
    }

    @Test
    void everyScoreIsShownUnderThreeDatesOfTheQuantumComputer() {
        Roadmap roadmap = plan(Findings.of("web")
                .tls("1.3", "tls://web:443", "x25519")
                .inventory(Findings.declared("web", "dx", 3, Exposure.INTERNAL, 60, 2031)));
        ScenarioScores scores = roadmap.scenarios();
        String task = roadmap.tasks().get(0).task().id();
        assertThat(scores.task(task).keySet())
                .containsExactly(YearMonth.of(2030, 12), YearMonth.of(2035, 12), YearMonth.of(2040, 12));
        assertThat(scores.task(task).get(YearMonth.of(2030, 12)).high())
                .isGreaterThan(scores.task(task).get(YearMonth.of(2040, 12)).high());
        assertThat(scores.task(task).get(YearMonth.of(2035, 12)))
                .isEqualTo(roadmap.tasks().get(0).planned().orElseThrow());
        assertThat(scores.system("web").get(YearMonth.of(2035, 12)))
                .isEqualTo(roadmap.systems().get(0).score().orElseThrow());
    }

    @Test
    void rulesThatNameGroupsSpeakOfProtocolsToo() {
        Roadmap roadmap = plan(
                Findings.of("web")
                        .tls("1.3", "tls://web:443", "X25519MLKEM768")
                        .tls("1.3", "tls://web:8443", "x25519")
                        .inventory(system("web", 2)),
                settings().withPack("au", Adoption.INTERNAL_RULE).withPack("cnsa2", Adoption.INTERNAL_RULE));
        assertThat(roadmap.assets())
                .allSatisfy(asset -> assertThat(asset.verdicts())
                        .noneMatch(it -> it.outcome() == Verdict.Outcome.INDETERMINATE
                                && it.reason().en().contains("algorithm is not known")));
    }
}
