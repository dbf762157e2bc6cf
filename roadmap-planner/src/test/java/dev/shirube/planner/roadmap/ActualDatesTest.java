package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan made anew of what was begun, finished and planned by the office. */
class ActualDatesTest {
    private static final LocalDate LATER = LocalDate.of(2027, 12, 1);
    private static final Inventory OFFICE = Findings.of("tax")
            .code(
                    Algorithm.Known.of("ecdsa").withCurve("nist/P-256"),
                    CryptoFunction.SIGN,
                    "java.security.Signature#getInstance",
                    "src/A.java")
            .code(
                    Algorithm.Known.of("ecdsa").withCurve("nist/P-256"),
                    CryptoFunction.VERIFY,
                    "java.security.Signature#getInstance",
                    "src/B.java")
            .tls("1.3", "tls://tax:443", "x25519")
            .inventory(Findings.declared("tax", "dx", 3, Exposure.INTERNET, 120, 2040));
    private static final Resources TEN = Resources.of(List.of(Findings.team("dx", 10)));
    private static final Roadmap BEFORE = plan(EarlierPlan.NONE);

    private static Roadmap plan(EarlierPlan earlier) {
        Roadmap plan = RoadmapPlanner.standard()
                .plan(OFFICE, TEN, PlanSettings.of(LATER).withPack("jp-2035", Adoption.INTERNAL_RULE), earlier);
        assertThat(RoadmapChecker.check(plan, OFFICE, TEN.office())).isEmpty();
        return plan;
    }

    private static ScheduledTask verifier(Roadmap roadmap) {
        return roadmap.tasks().stream()
                .filter(it -> it.task().title().en().contains("verifying side"))
                .findFirst()
                .orElseThrow();
    }

    private static EarlierPlan with(Actual actual) {
        return EarlierPlan.of(BEFORE).happened(Map.of(verifier(BEFORE).task().id(), actual));
    }

    @Test
    void whatIsDoneStandsWhereItWasDoneAndTakesNothing() {
        Roadmap after = plan(with(new Actual(LocalDate.of(2027, 5, 6), Optional.of(LocalDate.of(2027, 11, 30)))));
        ScheduledTask done = verifier(after);
        assertThat(done.start()).contains(new FiscalQuarter(2027, 1));
        assertThat(done.finish()).contains(new FiscalQuarter(2027, 3));
        assertThat(done.personDays()).isEmpty();
        assertThat(done.late()).isFalse();
        assertThat(done.reasons().get(0).text().en()).contains("was finished on 2027-11-30");
        ScheduledTask signer = after.tasks().stream()
                .filter(it -> it.task().predecessors().contains(done.task().id()))
                .findFirst()
                .orElseThrow();
        assertThat(signer.start().orElseThrow())
                .isLessThanOrEqualTo(
                        BEFORE.task(signer.task().id()).orElseThrow().start().orElseThrow());
    }

    @Test
    void whatIsUnderWayGoesOnAtOnceWithWhatIsLeft() {
        int quarters = verifier(BEFORE).task().effort().quarters();
        Roadmap after = plan(with(new Actual(LocalDate.of(2027, 11, 1), Optional.empty())));
        ScheduledTask task = verifier(after);
        assertThat(task.start()).contains(new FiscalQuarter(2027, 3));
        assertThat(task.finish()).contains(new FiscalQuarter(2027, 3).plus(quarters - 1));
        assertThat(task.personDays().firstKey()).isEqualTo(new FiscalQuarter(2027, 4));
        assertThat(task.personDays()).hasSize(quarters - 1);
        ScheduledTask slow = verifier(plan(with(new Actual(LocalDate.of(2022, 11, 1), Optional.empty()))));
        assertThat(slow.finish()).contains(new FiscalQuarter(2027, 4));
    }

    @Test
    void whatTheOfficePlannedIsKeptOrSaysWhyNot() {
        String id = verifier(BEFORE).task().id();
        ScheduledTask kept = verifier(plan(EarlierPlan.NONE.pinned(Map.of(id, new FiscalQuarter(2030, 2)))));
        assertThat(kept.start()).contains(new FiscalQuarter(2030, 2));
        String signer = BEFORE.tasks().stream()
                .filter(it -> it.task().predecessors().contains(id))
                .findFirst()
                .orElseThrow()
                .task()
                .id();
        ScheduledTask broken = plan(EarlierPlan.NONE.pinned(Map.of(signer, new FiscalQuarter(2027, 4))))
                .task(signer)
                .orElseThrow();
        assertThat(broken.start().orElseThrow()).isGreaterThan(new FiscalQuarter(2027, 4));
        assertThat(broken.reasons())
                .extracting(it -> it.text().en())
                .anyMatch(
                        it -> it.startsWith("it cannot start in FY2027Q4 as the office planned: ") && it.contains(id));
    }

    @Test
    void anAdoptedPlanRemembersWhatHappened() {
        Roadmap after = plan(with(new Actual(LocalDate.of(2027, 5, 6), Optional.of(LocalDate.of(2027, 11, 30)))));
        AdoptedPlan adopted = AdoptedPlan.of(after);
        assertThat(AdoptedPlan.read(adopted.bytes())).contains(adopted);
        assertThat(verifier(plan(adopted.earlier()))).isEqualTo(verifier(after));
    }
}
