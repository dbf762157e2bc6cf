package dev.shirube.planner.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shirube.domain.Algorithm;
import dev.shirube.domain.CryptoFunction;
import dev.shirube.domain.Exposure;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Inventory;
import dev.shirube.domain.Team;
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
import dev.shirube.planner.check.Violation;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a generated office is told of what binds a task agrees with planning anew. */
class CounterfactualsTest {
    private static final int SYSTEMS = 9;
    private static final PlanSettings SETTINGS =
            PlanSettings.of(LocalDate.of(2026, 11, 23)).withPack("jp-2035", Adoption.INTERNAL_RULE);
    private static final RoadmapPlanner PLANNER = RoadmapPlanner.standard();
    private static final Inventory OFFICE = systems();
    private static final Resources RESOURCES = resources();
    private static final Roadmap PLAN = PLANNER.plan(OFFICE, RESOURCES, SETTINGS);

    @Test
    void whatIsLiftedMovesTheTaskAndTheNewPlanHolds() {
        Set<Reason.Kind> seen = EnumSet.noneOf(Reason.Kind.class);
        int moved = 0;
        for (ScheduledTask task : PLAN.tasks()) {
            Optional<Counterfactual> answer = Counterfactuals.of(
                    PLANNER, OFFICE, RESOURCES, SETTINGS, PLAN, task.task().id());
            if (answer.isPresent()) {
                task.holds().forEach(it -> seen.add(it.kind()));
                FiscalQuarter then = answer.get().then().orElseThrow().start().orElseThrow();
                assertThat(then)
                        .as("%s: %s", task.task().id(), answer.get().changes())
                        .isLessThan(task.start().orElse(new FiscalQuarter(2036, 1)));
                moved++;
            }
        }
        assertThat(moved).isGreaterThanOrEqualTo(12);
        assertThat(seen)
                .contains(
                        Reason.Kind.CAPACITY,
                        Reason.Kind.BUDGET,
                        Reason.Kind.FREEZE,
                        Reason.Kind.PROCUREMENT,
                        Reason.Kind.RELEASE,
                        Reason.Kind.PREDECESSOR);
    }

    @Test
    void aThousandYenLessThanWhatIsMissingDoesNotDo() {
        ScheduledTask task = PLAN.tasks().stream()
                .filter(it -> it.holds().size() == 1 && it.holds().get(0).kind() == Reason.Kind.BUDGET)
                .findFirst()
                .orElseThrow();
        assertThat(startWith(task, 0)).isLessThan(task.start().orElseThrow());
        assertThat(startWith(task, -1_000)).isEqualTo(task.start().orElseThrow());
    }

    private static FiscalQuarter startWith(ScheduledTask task, long more) {
        Hold hold = task.holds().get(0);
        Resources richer = Supposition.money(
                        RESOURCES, hold.subject(), hold.quarter().orElseThrow().year(), hold.missing() + more)
                .orElseThrow();
        EarlierPlan others = EarlierPlan.allBut(PLAN, Set.of(task.task().id()));
        return PLANNER.plan(OFFICE, richer, SETTINGS, others)
                .task(task.task().id())
                .orElseThrow()
                .start()
                .orElseThrow();
    }

    @Test
    void theCheckerHoldsThePlanAgainstWhatWasDeclared() {
        assertThat(RoadmapChecker.check(PLAN, OFFICE, RESOURCES.office())).isEmpty();
        Resources poorer = Supposition.without(
                RESOURCES, it -> it instanceof BudgetAllotment budget && budget.fiscalYear() == 2028);
        assertThat(kinds(poorer)).containsExactly(Violation.Kind.BUDGET);
        List<ResourceEntry> closed = new ArrayList<>(RESOURCES.office().entries());
        closed.add(ResourceEntry.of(
                new Freeze(
                        "closed",
                        FreezeEffect.CHANGE,
                        FreezeScope.OFFICE,
                        "",
                        new Freeze.Yearly(MonthDay.of(4, 1), MonthDay.of(3, 31)),
                        ""),
                ""));
        assertThat(kinds(RESOURCES.withOffice(new OfficeResources(closed)))).containsExactly(Violation.Kind.WINDOW);
    }

    private static List<Violation.Kind> kinds(Resources declared) {
        return RoadmapChecker.check(PLAN, OFFICE, declared.office()).stream()
                .map(Violation::kind)
                .distinct()
                .toList();
    }

    private static Inventory systems() {
        Inventory inventory = Inventory.EMPTY;
        for (int i = 0; i < SYSTEMS; i++) {
            Findings findings = Findings.of("s" + i);
            for (int file = 0; file <= i % 3; file++) {
                findings.code(
                                Algorithm.Known.of("ecdsa").withCurve("nist/P-256"),
                                file == 0 ? CryptoFunction.SIGN : CryptoFunction.VERIFY,
                                "java.security.Signature#getInstance",
                                "src/A" + file + ".java")
                        .library("org.bouncycastle/bcprov-jdk18on", "1.70")
                        .tls("1.3", "tls://s" + i + ":443", "x25519");
            }
            inventory = inventory.merge(findings.inventory(
                    Findings.declared("s" + i, "t" + i % 2, 1 + i % 4, Exposure.values()[i % 4], 20 * i, 2040)));
        }
        return inventory;
    }

    private static Resources resources() {
        List<Resource> declared = new ArrayList<>();
        for (String kind : List.of("code", "configuration", "upgrade")) {
            declared.add(new EffortRate(kind, EffortUnit.TASK, Estimate.likely(120), Estimate.likely(1_500_000), ""));
        }
        for (int year = 2027; year <= 2035; year++) {
            declared.add(new BudgetAllotment(
                    "line", "情報政策課", year, 5_000_000, Optional.of(BudgetState.REQUESTED), List.of(), ""));
        }
        declared.add(new LeadTime("work", "", 1, Optional.of(Funding.REQUEST), Optional.empty(), ""));
        declared.add(new VendorRelease(
                "s8", "", Optional.empty(), Optional.of(LocalDate.of(2033, 4, 1)), Optional.empty(), "", ""));
        declared.add(new Freeze(
                "s7",
                FreezeEffect.CHANGE,
                FreezeScope.SYSTEM,
                "s7",
                new Freeze.Once(LocalDate.of(2026, 4, 1), LocalDate.of(2032, 6, 30)),
                ""));
        List<Team> teams = List.of(Findings.team("t0", 15), Findings.team("t1", 15));
        return new Resources(
                teams,
                List.of(),
                Collections.emptySortedMap(),
                new OfficeResources(declared.stream()
                        .map(it -> ResourceEntry.of(it, "test"))
                        .toList()));
    }
}
