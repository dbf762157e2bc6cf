package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.AssignedDiagnostic;
import dev.shirube.domain.Coverage;
import dev.shirube.domain.Diagnostic;
import dev.shirube.domain.DiagnosticCode;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Team;
import dev.shirube.planner.PlanSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the plan cannot speak of stands in it, counted. */
class GapReportTest {

    @Test
    void whatWasNotLookedAtIsCountedBySystemAndWhatWasReadIsNot() {
        Coverage coverage = new Coverage(Map.of(
                new Coverage.Key("a.jar", "bytecode", Coverage.Outcome.READ), new Coverage.Amount(90, 900),
                new Coverage.Key("a.jar", "-", Coverage.Outcome.NOT_READ), new Coverage.Amount(7, 70),
                new Coverage.Key("b.jar", "-", Coverage.Outcome.NOT_READ), new Coverage.Amount(3, 30),
                new Coverage.Key("b.jar", "-", Coverage.Outcome.EXCLUDED), new Coverage.Amount(2, 20)));
        Inventory inventory = new Inventory(
                        new TreeMap<>(), List.of(), List.of(), new TreeMap<>(Map.of("tax", coverage)))
                .withSystems(List.of(InformationSystem.undeclared("tax"), InformationSystem.undeclared("web")));
        assertThat(GapReport.of(inventory, List.of()))
                .extracting(
                        it -> it.system() + " " + it.count() + " " + it.what().en())
                .containsExactly(
                        "tax 2 inputs left out by the user's choice",
                        "tax 10 inputs of a kind that no detector reads",
                        "web 0 not scanned at all");
    }

    @Test
    void whatCouldNotBeReadIsAGapAndANoteIsNone() {
        Inventory inventory = new Inventory(
                new TreeMap<>(),
                List.of(),
                List.of(
                        diagnostic(DiagnosticCode.UNREADABLE, "b", "denied"),
                        diagnostic(DiagnosticCode.UNREADABLE, "a", "denied"),
                        diagnostic(DiagnosticCode.DUPLICATE_ENTRY, "c", "2")),
                new TreeMap<>(Map.of("tax", Coverage.NONE)));
        assertThat(GapReport.of(inventory, List.of())).singleElement().satisfies(gap -> {
            assertThat(gap.count()).isEqualTo(2);
            assertThat(gap.location()).isEqualTo("a");
            assertThat(gap.what().en()).contains("denied");
        });
    }

    private static AssignedDiagnostic diagnostic(DiagnosticCode code, String location, String argument) {
        return new AssignedDiagnostic("tax", Diagnostic.of(code, location, argument));
    }

    @Test
    void quartersWithoutDeclaredCapacityAreSaidAndNotFilledIn() {
        Team team = new Team("dx", "dx", Map.of(new FiscalQuarter(2026, 4), 10));
        Roadmap roadmap = RoadmapPlanner.standard()
                .plan(Inventory.EMPTY, Resources.of(List.of(team)), PlanSettings.of(LocalDate.of(2026, 11, 23)));
        assertThat(roadmap.assumptions())
                .anyMatch(it ->
                        it.en().equals("Team dx has no declared capacity in 36 quarters of the plan (taken as none)"));
    }
}
