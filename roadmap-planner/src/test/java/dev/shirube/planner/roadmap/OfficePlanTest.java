package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.resources.BudgetAllotment;
import dev.shirube.domain.resources.BudgetState;
import dev.shirube.domain.resources.EffortRate;
import dev.shirube.domain.resources.EffortUnit;
import dev.shirube.domain.resources.Estimate;
import dev.shirube.domain.resources.Freeze;
import dev.shirube.domain.resources.FreezeEffect;
import dev.shirube.domain.resources.FreezeScope;
import dev.shirube.domain.resources.Funding;
import dev.shirube.domain.resources.LeadTime;
import dev.shirube.domain.resources.OfficeResources;
import dev.shirube.domain.resources.Resource;
import dev.shirube.domain.resources.ResourceEntry;
import dev.shirube.domain.resources.VendorRelease;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.Findings;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.check.RoadmapChecker;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Budgets, freezes, procurement and releases bind the schedule, and are named where they do. */
class OfficePlanTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);
    private static final PlanSettings SETTINGS = PlanSettings.of(AS_OF).withPack("jp-2035", Adoption.INTERNAL_RULE);
    private static final Inventory TAX = Findings.of("tax")
            .code(
                    Algorithm.Known.of("ecdsa").withCurve("nist/P-256"),
                    CryptoFunction.SIGN,
                    "java.security.Signature#getInstance",
                    "src/A.java")
            .inventory(Findings.declared("tax", "dx", 3, Exposure.INTERNET, 120, 2040));
    private static final EffortRate CODE =
            new EffortRate("code", EffortUnit.TASK, Estimate.likely(100), Estimate.likely(4_000_000), "");

    @Test
    void aTaskWaitsForTheYearWhoseBudgetPaysForIt() {
        ScheduledTask task = placed(CODE, budget(2027, 1_999_000), budget(2028, 4_000_000));
        assertThat(task.task().effort().yen()).hasValue(4_000_000);
        assertThat(task.start()).contains(new FiscalQuarter(2028, 1));
        assertThat(task.reasons().get(0).kind()).isEqualTo(Reason.Kind.BUDGET);
        assertThat(task.reasons().get(0).text().en()).contains("budget " + owner() + " lacks 1,000 yen in FY2027");
    }

    @Test
    void aTaskThatNoBudgetCanPayIsLeftOutAndSaysHowMuchIsMissing() {
        ScheduledTask task = placed(CODE, budget(2027, 1_000_000));
        assertThat(task.start()).isEmpty();
        assertThat(task.needs().orElseThrow().en()).contains("3,000,000 more yen of budget " + owner() + " in FY2027");
    }

    @Test
    void whileBudgetsAreDeclaredMoneyComesFromNoOther() {
        BudgetAllotment other = new BudgetAllotment("", "others", 2027, 90_000_000, Optional.empty(), List.of(), "");
        ScheduledTask task = placed(CODE, other);
        assertThat(task.start()).isEmpty();
        assertThat(task.needs().orElseThrow().en()).contains("needs a budget that may pay for it");
    }

    @Test
    void withoutBudgetsNobodyLooksAtMoney() {
        assertThat(placed(CODE).start()).contains(new FiscalQuarter(2026, 4));
    }

    @Test
    void nothingIsCutOverInAFrozenQuarter() {
        Freeze summer = new Freeze(
                "summer",
                FreezeEffect.CHANGE,
                FreezeScope.SYSTEM,
                "tax",
                new Freeze.Yearly(MonthDay.of(1, 1), MonthDay.of(6, 30)),
                "");
        ScheduledTask task = placed(CODE, summer);
        assertThat(task.start()).contains(new FiscalQuarter(2027, 1));
        assertThat(task.reasons().get(0).kind()).isEqualTo(Reason.Kind.FREEZE);
    }

    @Test
    void whatIsAskedForAfterAugustIsSpentFromTheAprilAfterTheNext() {
        LeadTime request = new LeadTime("work", "", 3, Optional.of(Funding.REQUEST), Optional.empty(), "");
        ScheduledTask task = placed(CODE, request, budget(2027, 90_000_000), budget(2028, 90_000_000));
        assertThat(task.start()).contains(new FiscalQuarter(2028, 1));
        assertThat(task.reasons().get(0).kind()).isEqualTo(Reason.Kind.PROCUREMENT);
        BudgetAllotment asked =
                new BudgetAllotment("", owner(), 2027, 90_000_000, Optional.of(BudgetState.REQUESTED), List.of(), "");
        assertThat(placed(CODE, request, asked).start()).contains(new FiscalQuarter(2027, 1));
    }

    @Test
    void aReleaseHoldsWhatNamesIt() {
        VendorRelease release = new VendorRelease(
                "tax",
                "2",
                Optional.empty(),
                Optional.of(LocalDate.of(2029, 5, 1)),
                Optional.empty(),
                "the vendor",
                "");
        ScheduledTask task = placed(CODE, release);
        assertThat(task.start()).contains(new FiscalQuarter(2029, 2));
        assertThat(task.reasons().get(0).kind()).isEqualTo(Reason.Kind.RELEASE);
        assertThat(task.reasons().get(0).text().en()).contains("tax/2 (the vendor), expected on 2029-05-01");
    }

    @Test
    void anOfficeThatOnlyNamesAPriceKeepsTheAssumedWork() {
        EffortRate price = new EffortRate("code", EffortUnit.TASK, Estimate.UNKNOWN, Estimate.likely(1), "");
        assertThat(placed(price).task().effort().personDays()).isPositive();
        assertThat(placed(price).task().effort().assumed()).isTrue();
        assertThat(placed(CODE).task().effort()).matches(it -> it.personDays() == 10 && !it.assumed());
    }

    private static String owner() {
        return TAX.system("tax").owner();
    }

    private static BudgetAllotment budget(int year, long yen) {
        return new BudgetAllotment("", owner(), year, yen, Optional.empty(), List.of(), "");
    }

    private static ScheduledTask placed(Resource... declared) {
        List<ResourceEntry> entries = new ArrayList<>();
        for (Resource it : declared) {
            entries.add(ResourceEntry.of(it, "test"));
        }
        Resources resources = new Resources(
                List.of(Findings.team("dx", 100)),
                List.of(),
                Collections.emptySortedMap(),
                new OfficeResources(entries));
        Roadmap roadmap = RoadmapPlanner.standard().plan(TAX, resources, SETTINGS);
        assertThat(RoadmapChecker.check(roadmap, TAX)).isEmpty();
        assertThat(roadmap.tasks()).hasSize(1);
        return roadmap.tasks().get(0);
    }
}
