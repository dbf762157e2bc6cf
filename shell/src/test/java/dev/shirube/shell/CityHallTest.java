package dev.shirube.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AlgorithmRegistry;
import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.AssignedFinding;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.planner.check.RoadmapChecker;
import dev.shirube.planner.roadmap.Roadmap;
import dev.shirube.planner.roadmap.ScheduledTask;
import dev.shirube.shell.cli.Console;
import dev.shirube.shell.cli.Session;
import dev.shirube.shell.cli.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo from end to end, in a process of its own: counts as expected, a plan that holds, the same bytes twice. */
class CityHallTest {

    private static final Path CITY_HALL = Path.of("..", "examples", "cityhall");

    @TempDir
    static Path folder;

    private static ShirubeProcess demo;
    private static Inventory inventory;
    private static Roadmap roadmap;

    @BeforeAll
    static void runTheDemo() throws IOException {
        assertThat(CITY_HALL.resolve("zeimu/target/zeimu.jar"))
                .as("the sample JAR; build it with ./mvnw verify")
                .exists();
        demo = ShirubeProcess.run(folder, "demo", "--as-of", "2026-11-23", "--out", "first");
        Session session = new Session(
                new Console(new ByteArrayOutputStream(), new ByteArrayOutputStream(), false, true),
                Language.EN,
                LocalDate.of(2026, 11, 23),
                Settings.load(Optional.of(CITY_HALL.resolve("shirube.yaml").toString())),
                "test");
        try (Workspace workspace =
                StoreWorkspace.open(folder.resolve("first/shirube.db").toString(), session)) {
            inventory = workspace.inventory();
            roadmap = Planning.plan(workspace, session);
        }
    }

    @Test
    void itEndsWellAndSaysWhatToDoNext() {
        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("Not looked at or not understood")
                .contains("in COBOL were not looked into")
                .contains("shirube explain T-");
        assertThat(folder.resolve("first")).isDirectoryContaining("glob:**/roadmap.xlsx");
    }

    @Test
    void everySystemHasTheFindingsThatItsSourcesHold() throws IOException {
        assertThat(counts()).containsExactlyEntriesOf(expected("findings.csv"));
    }

    @Test
    void whatWasNotLookedAtIsARow() {
        Map<String, Integer> diagnostics = new TreeMap<>();
        for (AssignedDiagnostic it : inventory.diagnostics()) {
            diagnostics.merge(it.system() + " " + it.diagnostic().code().id(), 1, Integer::sum);
        }
        assertThat(diagnostics).containsEntry("shinsei language-not-read", 1).containsEntry("ninsho locked", 1);
        assertThat(inventory.coverage()).doesNotContainKey("toshokan");
        assertThat(inventory.systems()).containsKey("toshokan");
    }

    @Test
    void theServersAnswerAsWhatTheyAre() {
        assertThat(at("tls://127.0.0.1:18443")).contains("X25519MLKEM768 kem").noneMatch(it -> it.startsWith("RSA"));
        assertThat(at("tls://127.0.0.1:18444")).contains("x25519 key-agreement").noneMatch(it -> it.contains("MLKEM"));
    }

    @Test
    void theRoadmapHoldsAndEveryTaskHasReasons() {
        assertThat(RoadmapChecker.check(roadmap, inventory)).isEmpty();
        assertThat(roadmap.tasks()).isNotEmpty();
        for (ScheduledTask task : roadmap.tasks()) {
            assertThat(task.task().reasons()).as(task.task().id()).isNotEmpty();
        }
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws IOException {
        ShirubeProcess again = ShirubeProcess.run(
                folder,
                Map.of("LC_ALL", "C.UTF-8", "TZ", "Pacific/Auckland"),
                "demo",
                "--as-of",
                "2026-11-23",
                "--out",
                "second");
        assertThat(again.exit()).isZero();
        for (String file : List.of("roadmap.xlsx", "roadmap.html", "inventory.cdx.json", "findings.sarif")) {
            assertThat(folder.resolve("second").resolve(file))
                    .as(file)
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
        }
    }

    @Test
    void aTaskAndAFindingExplainThemselvesDownToTheLine() throws IOException {
        AssignedFinding signature = inventory.findings().stream()
                .filter(it -> it.finding().occurrence().location().endsWith("CertificateIssuer.java")
                        && it.finding().occurrence().symbol().equals("java.security.Signature#getInstance"))
                .findFirst()
                .orElseThrow();
        ShirubeProcess run = ShirubeProcess.run(
                folder,
                "explain",
                signature.id(),
                "--as-of",
                "2026-11-23",
                "--store",
                "first/shirube.db",
                "--config",
                CITY_HALL.toAbsolutePath().resolve("shirube.yaml").toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("CertificateIssuer.java").contains("21").contains("2035-12-31");
    }

    /** The page tells of ids, kinds, scores and predecessors; where one of them has changed the page has to be written anew. */
    @Test
    void thePageOfTheFirstTenTasksTellsOfThisPlan() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("..", "docs", "first-ten-tasks.md"), StandardCharsets.UTF_8).stream()
                        .filter(it -> it.matches("\\| \\d+ \\| T-.*"))
                        .toList();
        assertThat(rows).hasSize(10);
        for (String row : rows) {
            String[] cells = row.split("\\|");
            ScheduledTask task = roadmap.task(cells[2].strip()).orElseThrow(() -> new AssertionError(row));
            String score = task.task().score().map(it -> it.value()).orElse("-");
            String after = String.join(" ", task.task().predecessors());
            assertThat(List.of(task.task().system(), task.task().kind().id(), score, after))
                    .as(row)
                    .containsExactly(cells[3].strip(), cells[4].strip(), cells[5].strip(), cells[6].strip());
        }
    }

    private static List<String> at(String location) {
        return inventory.findings().stream()
                .filter(it -> it.finding().occurrence().location().startsWith(location))
                .map(it -> AssetNames.name(
                                AlgorithmRegistry.standard(), it.finding().asset()) + " "
                        + it.finding().function().id())
                .toList();
    }

    /** How often each algorithm was seen in each use, by system. */
    private static TreeMap<String, Integer> counts() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (AssignedFinding it : inventory.findings()) {
            counts.merge(
                    it.system() + "," + it.finding().occurrence().context().id() + ","
                            + AssetNames.name(
                                    AlgorithmRegistry.standard(), it.finding().asset()) + ","
                            + it.finding().function().id(),
                    1,
                    Integer::sum);
        }
        return counts;
    }

    private static TreeMap<String, Integer> expected(String name) throws IOException {
        TreeMap<String, Integer> expected = new TreeMap<>();
        for (String line : Files.readAllLines(CITY_HALL.resolve("expected").resolve(name), StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                int comma = line.lastIndexOf(',');
                expected.put(line.substring(0, comma), Integer.parseInt(line.substring(comma + 1)));
            }
        }
        return expected;
    }
}
