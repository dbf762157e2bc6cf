package dev.shirube.planner.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Team;
import dev.shirube.domain.Text;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.roadmap.MigrationTask;
import dev.shirube.planner.roadmap.Resources;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.RoadmapPlanner;
import dev.shirube.planner.roadmap.ScheduledTask;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Plans that the planner makes hold, and plans that were tampered with do not. */
class RoadmapCheckerTest {

    private static final List<Algorithm> ALGORITHMS = List.of(
            Algorithm.Known.of("rsassa-pkcs1v15").withParameterSet("2048"),
            Algorithm.Known.of("ecdsa").withCurve("nist/P-256"),
            Algorithm.Known.of("xdh").withCurve("other/Curve25519"),
            Algorithm.Known.of("rsaes-oaep").withParameterSet("3072"),
            Algorithm.Known.of("ml-kem").withParameterSet("768"),
            Algorithm.Known.of("aes").withParameterSet("256"),
            new Algorithm.Unresolved("java.security.Signature#getInstance"));

    private static final List<CryptoFunction> FUNCTIONS = List.of(CryptoFunction.values());

    private static final List<String> SYMBOLS = List.of(
            "java.security.Signature#getInstance",
            "com.nimbusds.jose.crypto.RSASSASigner#sign",
            "org.bouncycastle.cms.CMSSignedDataGenerator#generate",
            "org.apache.sshd.client.SshClient#setUpDefaultClient",
            "acme.Unknown#call");

    @Test
    void plansOfRandomOfficesHold() {
        int placed = 0;
        for (int seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            Inventory inventory = inventory(random);
            Roadmap roadmap = RoadmapPlanner.standard().plan(inventory, resources(random), settings(random));
            assertThat(RoadmapChecker.check(roadmap, inventory))
                    .as("seed %d", seed)
                    .isEmpty();
            placed += (int) roadmap.tasks().stream()
                    .filter(it -> it.start().isPresent())
                    .count();
        }
        assertThat(placed).isGreaterThan(200);
    }

    private static Inventory inventory(Random random) {
        Inventory inventory = Inventory.EMPTY;
        for (int system = 0; system < 1 + random.nextInt(6); system++) {
            String id = "s" + system;
            Findings findings = Findings.of(id);
            for (int count = random.nextInt(12); count > 0; count--) {
                findings.code(
                        pick(ALGORITHMS, random),
                        pick(FUNCTIONS, random),
                        pick(SYMBOLS, random),
                        (random.nextInt(5) == 0 ? "src/test/java/T" : "src/main/java/A") + count + ".java");
            }
            String issuer = "CN=ca" + random.nextInt(3);
            findings.certificate("CN=ca" + random.nextInt(3), issuer, true, ALGORITHMS.get(0), "ca.pem")
                    .certificate("CN=leaf" + system, issuer, false, ALGORITHMS.get(1), "leaf.pem")
                    .keyOf("CN=leaf" + system, ALGORITHMS.get(1), "PKCS#12", "leaf.p12")
                    .tls(random.nextBoolean() ? "1.2" : "1.3", "tls://" + id + ":443", "x25519")
                    .ssh("sshd_config", List.of("curve25519-sha256"), List.of("ssh-ed25519"))
                    .library("org.bouncycastle/bcprov-jdk18on", random.nextBoolean() ? "1.70" : "1.84");
            inventory = inventory.merge(findings.inventory(system(id, random)));
        }
        return inventory;
    }

    private static InformationSystem system(String id, Random random) {
        return random.nextInt(5) == 0
                ? InformationSystem.undeclared(id)
                : Findings.declared(
                        id,
                        "t" + random.nextInt(3),
                        1 + random.nextInt(4),
                        Exposure.values()[random.nextInt(4)],
                        random.nextInt(400),
                        2025 + random.nextInt(14));
    }

    private static Resources resources(Random random) {
        List<Team> teams = new ArrayList<>();
        for (int team = 0; team < random.nextInt(4); team++) {
            teams.add(Findings.team("t" + team, random.nextInt(40)));
        }
        return Resources.of(teams);
    }

    private static PlanSettings settings(Random random) {
        LocalDate asOf = LocalDate.of(2026, 4, 1).plusDays(random.nextInt(4000));
        return PlanSettings.of(asOf)
                .withPack("jp-2035", Adoption.values()[random.nextInt(2)])
                .withPack("jp-cryptrec-strength", Adoption.values()[random.nextInt(2)]);
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    @Test
    void moreWorkThanATeamHasIsFound() {
        assertThat(tampered(it -> with(it, it.start(), it.finish(), doubled(it.personDays()), it.late())))
                .contains(Violation.Kind.CAPACITY, Violation.Kind.EFFORT);
    }

    @Test
    void aTaskBeforeItsPredecessorIsFound() {
        FiscalQuarter quarter = new FiscalQuarter(2030, 1);
        assertThat(tampered(it -> with(
                        it,
                        Optional.of(quarter),
                        Optional.of(quarter.plus(it.task().effort().quarters() - 1)),
                        it.personDays(),
                        it.late())))
                .contains(Violation.Kind.PRECEDENCE);
    }

    @Test
    void aTaskBeyondTheHorizonIsFound() {
        FiscalQuarter quarter = new FiscalQuarter(2036, 1);
        assertThat(tampered(it -> with(it, Optional.of(quarter), Optional.of(quarter), it.personDays(), it.late())))
                .contains(Violation.Kind.WINDOW, Violation.Kind.DEADLINE);
    }

    @Test
    void aTaskThatHidesItsLatenessIsFound() {
        assertThat(tampered(it -> with(it, Optional.empty(), Optional.empty(), new TreeMap<>(), false)))
                .contains(Violation.Kind.DEADLINE);
    }

    @Test
    void aTaskThatWasDroppedIsFound() {
        Inventory inventory = office();
        Roadmap it = roadmap(inventory);
        Roadmap dropped = with(it, it.tasks().subList(1, it.tasks().size()));
        assertThat(kinds(dropped, inventory)).contains(Violation.Kind.COVERAGE, Violation.Kind.PRECEDENCE);
    }

    @Test
    void aFindingThatNobodyAssessedIsFound() {
        Inventory inventory = office();
        Inventory more = inventory.merge(Findings.of("tax")
                .code(ALGORITHMS.get(2), CryptoFunction.KEY_AGREEMENT, SYMBOLS.get(0), "src/New.java")
                .inventory());
        assertThat(kinds(roadmap(inventory), more)).containsExactly(Violation.Kind.COVERAGE);
    }

    private static Inventory office() {
        return Findings.of("tax")
                .code(ALGORITHMS.get(1), CryptoFunction.SIGN, SYMBOLS.get(0), "src/A.java")
                .code(ALGORITHMS.get(1), CryptoFunction.VERIFY, SYMBOLS.get(0), "src/B.java")
                .inventory(Findings.declared("tax", "dx", 3, Exposure.INTERNET, 120, 2028));
    }

    private static Roadmap roadmap(Inventory inventory) {
        PlanSettings settings = PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("jp-2035", Adoption.INTERNAL_RULE);
        Roadmap roadmap =
                RoadmapPlanner.standard().plan(inventory, Resources.of(List.of(Findings.team("dx", 10))), settings);
        assertThat(RoadmapChecker.check(roadmap, inventory)).isEmpty();
        assertThat(roadmap.tasks()).hasSize(2);
        return roadmap;
    }

    /** What the checker says of the plan of the office with every task changed. */
    private static List<Violation.Kind> tampered(UnaryOperator<ScheduledTask> change) {
        Inventory inventory = office();
        Roadmap it = roadmap(inventory);
        return kinds(with(it, it.tasks().stream().map(change).toList()), inventory);
    }

    private static List<Violation.Kind> kinds(Roadmap roadmap, Inventory inventory) {
        return RoadmapChecker.check(roadmap, inventory).stream()
                .map(Violation::kind)
                .distinct()
                .toList();
    }

    private static Roadmap with(Roadmap it, List<ScheduledTask> tasks) {
        return new Roadmap(
                it.settings(),
                it.basis(),
                it.packs(),
                it.systems(),
                it.assets(),
                tasks,
                it.teams(),
                it.assumptions(),
                it.gaps(),
                it.proof());
    }

    private static ScheduledTask with(
            ScheduledTask it,
            Optional<FiscalQuarter> start,
            Optional<FiscalQuarter> finish,
            SortedMap<FiscalQuarter, Integer> personDays,
            boolean late) {
        MigrationTask task = it.task();
        Optional<Text> needs = late ? Optional.of(Text.same("more")) : Optional.empty();
        return new ScheduledTask(task, it.order(), start, finish, personDays, late, needs, it.planned(), it.reasons());
    }

    private static SortedMap<FiscalQuarter, Integer> doubled(SortedMap<FiscalQuarter, Integer> days) {
        SortedMap<FiscalQuarter, Integer> more = new TreeMap<>();
        days.forEach((quarter, amount) -> more.put(quarter, 2 * amount));
        return more;
    }
}
