package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Category;
import dev.shirube.domain.CodeContext;
import dev.shirube.domain.Confidence;
import dev.shirube.domain.CryptoAsset;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Evidence;
import dev.shirube.domain.EvidenceKind;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.Finding;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Occurrence;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Systems that hang together are migrated in the order that the links between them ask for. */
class SystemOrderTest {

    private static final Algorithm RSA = Algorithm.Known.of("rsassa-pkcs1v15").withParameterSet("3072");
    private static final Algorithm RSA_KEY = Algorithm.Known.of("rsa-key").withParameterSet("3072");
    private static final String SIGNATURE = "java.security.Signature#getInstance";

    private static final String JWT = "com.nimbusds.jose.crypto.";

    private static InformationSystem system(String id, String... peers) {
        InformationSystem it = Findings.declared(id, "dx", 2, Exposure.INTERNAL, 0, 2031);
        return new InformationSystem(
                it.id(),
                it.name(),
                it.category(),
                it.responsibility(),
                it.protection(),
                it.placement(),
                it.procurement(),
                Declaration.of(List.of(peers), "register.csv"),
                it.note(),
                it.others());
    }

    private static Inventory tls(InformationSystem... systems) {
        return Stream.of(systems)
                .map(it -> Findings.of(it.id())
                        .tls("1.3", "tls://" + it.id() + ".example:443", "x25519")
                        .inventory(it))
                .reduce(Inventory::merge)
                .orElseThrow();
    }

    /** Code of that system that names an endpoint of the other one. */
    private static Inventory naming(String system, String other) {
        CryptoAsset asset = new CryptoAsset.AlgorithmAsset(Algorithm.Known.of("sha-2"));
        Occurrence place = new Occurrence(
                "src/Client.java",
                OptionalInt.of(7),
                OptionalInt.empty(),
                "",
                "",
                0,
                EvidenceKind.SOURCE,
                CodeContext.MAIN);
        Evidence evidence = Evidence.direct("test", "1", "row", List.of("https://" + other + ".example:443/api"));
        Finding finding = new Finding(asset, place, CryptoFunction.OTHER, Category.OTHER, Confidence.CERTAIN, evidence);
        return new Inventory(
                new TreeMap<>(), List.of(new AssignedFinding(system, finding)), List.of(), new TreeMap<>());
    }

    private static Roadmap plan(Inventory inventory) {
        Roadmap roadmap = RoadmapPlanner.standard()
                .plan(
                        inventory,
                        Resources.of(List.of(Findings.team("dx", 100))),
                        PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("jp-2035", Adoption.INTERNAL_RULE));
        assertThat(RoadmapChecker.check(roadmap, inventory)).isEmpty();
        return roadmap;
    }

    private static MigrationTask task(Roadmap roadmap, String system, TaskKind kind) {
        return roadmap.tasks().stream()
                .map(ScheduledTask::task)
                .filter(it -> it.system().equals(system) && it.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static boolean follows(Roadmap roadmap, String system, String other) {
        return task(roadmap, system, TaskKind.CONFIGURATION)
                .predecessors()
                .contains(task(roadmap, other, TaskKind.CONFIGURATION).id());
    }

    private static String reasons(MigrationTask task) {
        return task.reasons().stream().map(it -> it.text().in(Language.EN)).collect(Collectors.joining("\n"));
    }

    private static List<String> undecided(Roadmap roadmap) {
        return roadmap.gaps().stream()
                .filter(it -> it.what().en().contains("circle"))
                .map(it -> it.system() + " " + it.location())
                .toList();
    }

    @Test
    void theSideThatIsConnectedToOffersFirstAndExplainSaysWhy() {
        Roadmap roadmap = plan(tls(system("archive"), system("web", "archive")));
        assertThat(follows(roadmap, "web", "archive")).isTrue();
        assertThat(follows(roadmap, "archive", "web")).isFalse();
        MigrationTask web = task(roadmap, "web", TaskKind.CONFIGURATION);
        assertThat(reasons(web))
                .contains("the side that is connected to offers the new way")
                .contains("web → archive: peer in the register");
        assertThat(Explainer.task(roadmap, tls(system("archive"), system("web", "archive")), web.id())
                        .orElseThrow()
                        .lines())
                .anyMatch(it -> it.text().ja().contains("台帳の接続先"));
        assertThat(undecided(roadmap)).isEmpty();
        assertThat(follows(plan(tls(system("archive"), system("web"))), "web", "archive"))
                .isFalse();
    }

    @Test
    void twoThatNameEachOtherAreAQuestionAndNoOrder() {
        Roadmap roadmap = plan(tls(system("archive", "web"), system("web", "archive")));
        assertThat(follows(roadmap, "web", "archive")).isFalse();
        assertThat(follows(roadmap, "archive", "web")).isFalse();
        assertThat(undecided(roadmap)).containsExactly("archive web", "web archive");
        assertThat(reasons(task(roadmap, "web", TaskKind.CONFIGURATION))).contains("Needs confirmation");
    }

    @Test
    void whatAScanSawOutweighsWhatIsDeclared() {
        Inventory both = tls(system("archive", "web"), system("web", "archive"));
        Roadmap roadmap = plan(both.merge(naming("web", "archive")));
        assertThat(follows(roadmap, "web", "archive")).isTrue();
        assertThat(undecided(roadmap)).isEmpty();
        Roadmap turned = plan(tls(system("archive"), system("web", "archive")).merge(naming("archive", "web")));
        assertThat(follows(turned, "archive", "web")).isTrue();
        assertThat(follows(turned, "web", "archive")).isFalse();
        Roadmap seenBoth = plan(both.merge(naming("web", "archive")).merge(naming("archive", "web")));
        assertThat(undecided(seenBoth)).containsExactly("archive web", "web archive");
    }

    @Test
    void aCircleOfThreeLosesOneLinkAndSaysWhich() {
        Roadmap roadmap = plan(tls(system("a", "b"), system("b", "c"), system("c", "a")));
        assertThat(follows(roadmap, "a", "b")).isTrue();
        assertThat(follows(roadmap, "b", "c")).isTrue();
        assertThat(follows(roadmap, "c", "a")).isFalse();
        assertThat(undecided(roadmap)).containsExactly("c a");
    }

    @Test
    void certificatesWaitForTheSystemThatHoldsTheirAuthoritysKey() {
        Inventory inventory = Findings.of("hp")
                .certificate("CN=Root", "CN=Root", true, RSA, "root.pem")
                .certificate("CN=www", "CN=Root", false, RSA, "www.pem")
                .inventory(system("hp"))
                .merge(Findings.of("pki")
                        .keyOf("CN=Root", RSA_KEY, "PKCS#8", "root.key")
                        .inventory(system("pki")));
        Roadmap roadmap = plan(inventory);
        MigrationTask key = roadmap.tasks().stream()
                .map(ScheduledTask::task)
                .filter(it -> it.system().equals("pki") && !it.findings().isEmpty())
                .findFirst()
                .orElseThrow();
        MigrationTask leaf = task(roadmap, "hp", TaskKind.CERTIFICATE);
        assertThat(leaf.predecessors()).contains(key.id());
        assertThat(reasons(leaf)).contains("hp → pki: certificate issuer (holds the key)");
    }

    @Test
    void anAuthorityThatTwoSystemsTrustIsMadeWhereItsKeyIs() {
        Inventory inventory = Findings.of("hp")
                .certificate("CN=Root", "CN=Root", true, RSA, "root.pem")
                .certificate("CN=www", "CN=Root", false, RSA, "www.pem")
                .inventory(system("hp"))
                .merge(Findings.of("pki")
                        .certificate("CN=Root", "CN=Root", true, RSA, "ca/root.pem")
                        .keyOf("CN=Root", RSA_KEY, "PKCS#8", "root.key")
                        .inventory(system("pki")));
        Roadmap roadmap = plan(inventory);
        MigrationTask made = task(roadmap, "pki", TaskKind.AUTHORITY);
        assertThat(task(roadmap, "hp", TaskKind.AUTHORITY).predecessors()).contains(made.id());
        assertThat(task(roadmap, "hp", TaskKind.CERTIFICATE).predecessors()).contains(made.id());
        assertThat(undecided(roadmap)).isEmpty();
    }

    @Test
    void whoVerifiesComesBeforeWhoSignsWhicheverOfThemNamesTheOther() {
        Inventory signer = Findings.of("signer")
                .code(RSA, CryptoFunction.SIGN, JWT + "RSASSASigner#sign", "src/S.java")
                .inventory(system("signer", "checker"));
        Inventory checker = Findings.of("checker")
                .code(RSA, CryptoFunction.VERIFY, JWT + "RSASSAVerifier#verify", "src/V.java")
                .inventory(system("checker"));
        Roadmap roadmap = plan(signer.merge(checker));
        assertThat(task(roadmap, "signer", TaskKind.CODE).predecessors())
                .contains(task(roadmap, "checker", TaskKind.CODE).id());
        Inventory apart = Findings.of("signer")
                .code(RSA, CryptoFunction.SIGN, JWT + "RSASSASigner#sign", "src/S.java")
                .inventory(system("signer"))
                .merge(checker);
        Roadmap unlinked = plan(apart);
        assertThat(task(unlinked, "signer", TaskKind.CODE).predecessors())
                .doesNotContain(task(unlinked, "checker", TaskKind.CODE).id());
        Inventory bare = Findings.of("signer")
                .code(RSA, CryptoFunction.SIGN, SIGNATURE, "src/S.java")
                .inventory(system("signer", "checker"))
                .merge(Findings.of("checker")
                        .code(RSA, CryptoFunction.VERIFY, SIGNATURE, "src/V.java")
                        .inventory(system("checker")));
        Roadmap unknown = plan(bare);
        assertThat(task(unknown, "signer", TaskKind.CODE).predecessors())
                .as("of a bare signature nobody knows who made it")
                .doesNotContain(task(unknown, "checker", TaskKind.CODE).id());
    }
}
