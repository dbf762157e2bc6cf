package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Declaration;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.office.OfficeEdits;
import dev.shirube.domain.office.OfficeForm;
import dev.shirube.domain.office.TaskEdit;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.Findings;
import dev.shirube.planner.OwnTask;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tasks that the office wrote down itself stand in the plan beside the derived ones. */
class OwnTasksTest {

    private static final Algorithm RSA = Algorithm.Known.of("rsassa-pkcs1v15").withParameterSet("3072");

    private static Inventory inventory(int files) {
        Findings findings = Findings.of("tax");
        for (int i = 0; i < files; i++) {
            findings.code(RSA, CryptoFunction.SIGN, "java.security.Signature#getInstance", "src/F" + i + ".java");
        }
        return findings.inventory(Findings.declared("tax", "dx", 3, Exposure.INTERNAL, 0, 2031));
    }

    private static PlanSettings settings(OwnTask... tasks) {
        return PlanSettings.of(LocalDate.of(2026, 11, 23))
                .withPack("jp-2035", Adoption.INTERNAL_RULE)
                .withTasks(List.of(tasks));
    }

    private static Roadmap plan(Inventory inventory, PlanSettings settings) {
        Roadmap roadmap = RoadmapPlanner.standard()
                .plan(inventory, Resources.of(List.of(Findings.team("dx", 100), Findings.team("ops", 10))), settings);
        assertThat(RoadmapChecker.check(roadmap, inventory)).isEmpty();
        return roadmap;
    }

    private static OwnTask own(String id, String system, int days, List<String> after, List<String> before) {
        return new OwnTask(
                id,
                system,
                new Text("要件定義", "requirements"),
                Optional.empty(),
                days,
                Optional.empty(),
                Optional.empty(),
                after,
                before);
    }

    private static ScheduledTask task(Roadmap roadmap, String id) {
        return roadmap.task(id).orElseThrow();
    }

    private static String code(Roadmap roadmap) {
        return roadmap.tasks().stream()
                .map(ScheduledTask::task)
                .filter(it -> it.kind() == TaskKind.CODE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String reasons(MigrationTask task) {
        return task.reasons().stream().map(it -> it.text().in(Language.EN)).collect(Collectors.joining("\n"));
    }

    @Test
    void itIsScheduledWithTheOthersAndSaysWhereItComesFrom() {
        String code = code(plan(inventory(1), settings()));
        Roadmap roadmap = plan(inventory(1), settings(own("A-1", "tax", 150, List.of(), List.of(code))));
        ScheduledTask requirements = task(roadmap, "A-1");
        assertThat(requirements.task().kind()).isEqualTo(TaskKind.OWN);
        assertThat(requirements.task().title()).isEqualTo(new Text("要件定義", "requirements"));
        assertThat(requirements.task().team()).isEqualTo("dx");
        assertThat(requirements.task().effort().quarters()).isEqualTo(2);
        assertThat(requirements.personDays().values()).containsExactly(75, 75);
        assertThat(task(roadmap, code).task().predecessors()).containsExactly("A-1");
        assertThat(task(roadmap, code).start().orElseThrow())
                .isGreaterThan(requirements.finish().orElseThrow());
        assertThat(reasons(requirements.task()))
                .contains("written by the office in its settings")
                .contains("150 person-days (as the office wrote)");
        assertThat(requirements.task().reasons())
                .as("it replaces nothing")
                .noneMatch(it -> it.kind() == Reason.Kind.REPLACEMENT);
        assertThat(Explainer.task(roadmap, inventory(1), "A-1")).isPresent();
        assertThat(plan(inventory(1), settings(own("A-1", "tax", 150, List.of(), List.of(code)))))
                .isEqualTo(roadmap);
    }

    @Test
    void itSurvivesANewScanAndSaysWhatItLost() {
        PlanSettings settings =
                settings(own("A-1", "tax", 5, List.of(code(plan(inventory(1), settings()))), List.of()));
        assertThat(task(plan(inventory(1), settings), "A-1").task().predecessors())
                .hasSize(1);
        assertThat(task(plan(inventory(3), settings), "A-1").task().predecessors())
                .as("the derived task keeps its id")
                .hasSize(1);
        Roadmap later = plan(
                Findings.of("tax").inventory(Findings.declared("tax", "dx", 3, Exposure.INTERNAL, 0, 2031)), settings);
        assertThat(task(later, "A-1").task().predecessors()).isEmpty();
        assertThat(later.gaps())
                .anySatisfy(it -> assertThat(it.what().en())
                        .contains("task A-1 is to stand before or after T-")
                        .contains("which the plan does not have"));
    }

    @Test
    void itsOwnTeamDayAndDeadlineHold() {
        OwnTask task = new OwnTask(
                "order",
                "-",
                Text.same("HSM"),
                Optional.of("ops"),
                10,
                Optional.of(LocalDate.of(2028, 4, 1)),
                Optional.of(LocalDate.of(2028, 9, 30)),
                List.of(),
                List.of());
        ScheduledTask placed = task(plan(inventory(1), settings(task)), "order");
        assertThat(placed.task().team()).isEqualTo("ops");
        assertThat(placed.task().system()).isEqualTo(MigrationTask.OFFICE);
        assertThat(placed.start()).contains(new FiscalQuarter(2028, 1));
        assertThat(placed.late()).isFalse();
        assertThat(placed.reasons())
                .anyMatch(it -> it.kind() == Reason.Kind.WAIT && it.text().en().contains("2028"));
        OwnTask tight = new OwnTask(
                "order",
                "-",
                Text.same("HSM"),
                Optional.of("ops"),
                30,
                Optional.of(LocalDate.of(2028, 4, 1)),
                Optional.of(LocalDate.of(2028, 9, 30)),
                List.of(),
                List.of());
        assertThat(task(plan(inventory(1), settings(tight)), "order").late())
                .as("thirty days of a team of ten take three quarters")
                .isTrue();
    }

    @Test
    void aCircleAndAnUnknownSystemAreQuestions() {
        Roadmap roadmap = plan(
                inventory(1),
                settings(
                        own("A-1", "tax", 5, List.of("A-2"), List.of()),
                        own("A-2", "tax", 5, List.of("A-1"), List.of()),
                        own("A-3", "nowhere", 0, List.of("A-3"), List.of())));
        assertThat(task(roadmap, "A-1").task().predecessors()).containsExactly("A-2");
        assertThat(task(roadmap, "A-2").task().predecessors()).isEmpty();
        assertThat(reasons(task(roadmap, "A-2").task())).contains("goes round in a circle and is not used");
        assertThat(roadmap.gaps().stream().map(it -> it.what().en()))
                .anyMatch(it -> it.startsWith("the order written for task A-2 (A-1 → A-2)"))
                .anyMatch(it -> it.startsWith("the order written for task A-3 (A-3 → A-3)"))
                .anyMatch(it -> it.startsWith("the register has no system nowhere"));
    }

    @Test
    void whatIsWrittenIntoItsRowOfTheFormHolds() {
        OfficeEdits edits = OfficeEdits.NONE.with(
                OfficeForm.TASKS,
                "A-1",
                Map.of(
                        TaskEdit.PERSON_DAYS,
                        Declaration.of("40", "roadmap.xlsx"),
                        TaskEdit.START,
                        Declaration.of("2029Q2", "roadmap.xlsx")));
        ScheduledTask placed = task(
                plan(
                        inventory(1),
                        settings(own("A-1", "tax", 5, List.of(), List.of())).withEdits(edits)),
                "A-1");
        assertThat(placed.task().effort().personDays()).isEqualTo(40);
        assertThat(placed.start()).contains(new FiscalQuarter(2029, 2));
    }
}
