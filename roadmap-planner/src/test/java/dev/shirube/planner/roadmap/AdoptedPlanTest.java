package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Inventory;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptedPlanTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private final Inventory inventory = Findings.of(InformationSystem.UNASSIGNED)
            .code(
                    Algorithm.Known.of("ecdsa").withCurve("nist/P-256"),
                    CryptoFunction.SIGN,
                    "java.security.Signature#getInstance",
                    "src/A.java")
            .inventory();
    private final Roadmap roadmap = RoadmapPlanner.standard().plan(inventory, Resources.NONE, PlanSettings.of(AS_OF));

    @Test
    void whatWasAdoptedIsReadBackAsItWas() {
        AdoptedPlan plan = AdoptedPlan.of(roadmap);
        assertThat(plan.quarters()).hasSize(roadmap.tasks().size()).isNotEmpty();
        assertThat(AdoptedPlan.read(plan.bytes())).contains(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shirube-roadmap/3\n2026-11-23\n",
                "shirube-roadmap/1\n2026-13-23\n",
                "shirube-roadmap/1\n2026-11-23\nT-1\t2027Q5\t2027Q5\n",
                "shirube-roadmap/1\n2026-11-23\nT-1\n"
            })
    void bytesThatAreNoPlanAreNone(String bytes) {
        assertThat(AdoptedPlan.read(bytes.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void systemsTitlesAndTheScanAreKept() {
        AdoptedPlan plan = AdoptedPlan.of(roadmap, OptionalLong.of(7));
        ScheduledTask task = roadmap.tasks().get(0);
        AdoptedPlan read = AdoptedPlan.read(plan.bytes()).orElseThrow();
        assertThat(read.snapshot()).hasValue(7);
        assertThat(read.quarters().get(task.task().id()).system())
                .isEqualTo(task.task().system());
        assertThat(read.quarters().get(task.task().id()).title())
                .isEqualTo(task.task().title());
    }

    @Test
    void aPlanOfTheFirstFormIsStillRead() {
        String bytes =
                "shirube-roadmap/1\n2026-11-23\nT-1\t2027Q1\t2027Q2\nT-2\t2027Q1\t2027Q2\t2027-04-01\t2027-09-30\n";
        AdoptedPlan plan =
                AdoptedPlan.read(bytes.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(plan.snapshot()).isEmpty();
        assertThat(plan.quarters().get("T-1").actual()).isEmpty();
        assertThat(plan.quarters().get("T-2").done()).isTrue();
        assertThat(plan.quarters().get("T-2").title().en()).isEmpty();
    }

    @Test
    void aPlanThatIsMadeAgainStaysAndASlipMovesItsTaskOnly() {
        EarlierPlan earlier = AdoptedPlan.of(roadmap).earlier();
        Roadmap again = RoadmapPlanner.standard().plan(inventory, Resources.NONE, PlanSettings.of(AS_OF), earlier);
        PlanDifference none = PlanDifference.between(roadmap, again);
        assertThat(none.rows()).isEmpty();
        assertThat(none.same()).isEqualTo(roadmap.tasks().size());

        String slipped = roadmap.tasks().get(0).task().id();
        FiscalQuarter later = roadmap.tasks().get(0).start().orElseThrow().plus(3);
        Roadmap after = RoadmapPlanner.standard()
                .plan(inventory, Resources.NONE, PlanSettings.of(AS_OF), earlier.slipped(Map.of(slipped, later)));
        List<PlanDifference.Row> rows = PlanDifference.between(roadmap, after).rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).kind()).isEqualTo(PlanDifference.Kind.LATER);
        assertThat(rows.get(0).to()).contains(later);
        assertThat(RoadmapChecker.check(after, inventory)).isEmpty();
    }
}
