package dev.shirube.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shirube.domain.BudgetLine;
import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Responsibility;
import dev.shirube.domain.Team;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OfficeResourcesTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    private static InformationSystem system(String id, String owner, String team) {
        InformationSystem system = InformationSystem.undeclared(id);
        return new InformationSystem(
                id,
                id,
                "",
                new Responsibility(owner, "", team),
                system.protection(),
                system.placement(),
                system.procurement(),
                system.peers(),
                "",
                Map.of());
    }

    private static List<ResourceGap.Code> gaps(OfficeResources resources, InformationSystem... systems) {
        return ResourceGaps.of(resources, List.of(systems), AS_OF, 2035).stream()
                .peek(it -> assertThat(it.text().ja()).endsWith("。"))
                .peek(it -> assertThat(it.text().en()).endsWith("."))
                .map(ResourceGap::code)
                .toList();
    }

    @Test
    void what_an_older_store_kept_means_the_same() {
        Team team = new Team("t", "T", Map.of(new FiscalQuarter(2027, 1), 20, new FiscalQuarter(2027, 4), 0));
        BudgetLine budget = new BudgetLine("市民課", 2028, 1_200_000);
        OfficeResources resources = OfficeResources.of(List.of(team), List.of(budget));
        ResourceCalendar calendar = ResourceCalendar.of(resources, LocalDate.of(2027, 4, 1), Grain.QUARTER, 4);
        TeamCapacity capacity = resources.teams().get(0);
        assertThat(calendar.capacity(capacity)).containsExactly(20, 0, 0, 0);
        assertThat(calendar.undeclared(capacity)).extracting(FiscalPeriod::id).containsExactly("FY2027Q2", "FY2027Q3");
        assertThat(resources.budgetLines()).containsExactly(budget);
    }

    @Test
    void a_newer_declaration_takes_the_place_of_the_older_and_the_others_stay() {
        OfficeResources old = Given.resources(
                Given.usual("a", 1, Grain.MONTH), Given.usual("b", 2, Grain.MONTH), Given.budget("x", 2027, 1, null));
        OfficeResources newer = Given.resources(Given.usual("b", 3, Grain.MONTH));
        assertThat(old.with(newer).teams())
                .extracting(it -> it.usual().orElseThrow().personDays())
                .containsExactly(1, 3);
        assertThat(old.replacedBy(newer).teams()).extracting(TeamCapacity::id).containsExactly("b");
        assertThat(old.replacedBy(newer).budgets()).hasSize(1);
        assertThat(old.changes(old.replacedBy(newer)))
                .extracting(it -> it.entry().value().key()
                        + it.before().isPresent()
                        + it.after().isPresent())
                .containsExactly("atruefalse", "btruetrue");
        assertThat(old.changes(old)).isEmpty();
    }

    @Test
    void one_thing_is_not_declared_twice() {
        assertThatThrownBy(() -> Given.resources(Given.usual("a", 1, Grain.MONTH), Given.usual("a", 2, Grain.YEAR)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periods_of_a_team_do_not_overlap() {
        TreeMap<FiscalPeriod, Integer> days =
                new TreeMap<>(Map.of(FiscalPeriod.year(2027), 40, Given.month(2028, 3), 1));
        assertThatThrownBy(() -> Given.team("t", days))
                .hasMessageContaining("FY2027")
                .hasMessageContaining("2028-03");
    }

    @Test
    void a_plan_misses_what_nobody_declared() {
        assertThat(gaps(OfficeResources.NONE))
                .containsExactly(
                        ResourceGap.Code.NO_TEAMS, ResourceGap.Code.NO_BUDGETS, ResourceGap.Code.NO_LEAD_TIMES);
        assertThat(gaps(
                        Given.resources(
                                Given.team("kiban", Map.of(FiscalPeriod.year(2028), 40)),
                                Given.team("past", Map.of(FiscalPeriod.year(2020), 40)),
                                Given.usual("net", 20, Grain.MONTH),
                                Given.budget("税務課", 2035, 1, null),
                                Given.freeze(FreezeEffect.CHANGE, FreezeScope.SYSTEM, "nowhere", "03-01", "03-31"),
                                Given.leadTime(3, null, null)),
                        system("a", "市民課", "kiban"),
                        system("b", "市民課", "lost")))
                .containsExactly(
                        ResourceGap.Code.CAPACITY_ENDS,
                        ResourceGap.Code.NO_CAPACITY,
                        ResourceGap.Code.TEAM_NOT_DECLARED,
                        ResourceGap.Code.NO_BUDGET_FOR_DEPARTMENT,
                        ResourceGap.Code.BUDGET_WITHOUT_STATE,
                        ResourceGap.Code.FREEZE_OF_NOBODY,
                        ResourceGap.Code.LEAD_TIME_WITHOUT_FUNDING);
    }

    @Test
    void a_complete_declaration_misses_nothing() {
        OfficeResources resources = Given.resources(
                Given.usual("kiban", 20, Grain.MONTH),
                Given.budget("市民課", 2035, 1, BudgetState.GRANTED),
                Given.leadTime(3, Funding.AT_HAND, null),
                new VendorRelease("HSM", "", Optional.empty(), Optional.empty(), Optional.of(AS_OF), "vendor", ""));
        assertThat(gaps(resources, system("a", "市民課", "kiban"))).isEmpty();
    }
}
