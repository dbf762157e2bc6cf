package dev.shirube.domain.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceCalendarTest {

    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);

    private static int[] capacity(OfficeResources resources, LocalDate asOf, Grain grain, int periods) {
        return ResourceCalendar.of(resources, asOf, grain, periods)
                .capacity(resources.teams().get(0));
    }

    @Test
    void the_first_period_begins_on_or_after_the_day() {
        OfficeResources none = OfficeResources.NONE;
        assertThat(ResourceCalendar.of(none, LocalDate.of(2027, 3, 31), Grain.MONTH, 2)
                        .periods())
                .extracting(FiscalPeriod::id)
                .containsExactly("2027-04", "2027-05");
        assertThat(ResourceCalendar.of(none, APRIL, Grain.QUARTER, 5).periods())
                .extracting(FiscalPeriod::id)
                .containsExactly("FY2027Q1", "FY2027Q2", "FY2027Q3", "FY2027Q4", "FY2028Q1");
        ResourceCalendar months = ResourceCalendar.of(none, LocalDate.of(2027, 2, 1), Grain.MONTH, 4);
        assertThat(months.yearOfPeriod()).containsExactly(0, 0, 1, 1);
        assertThat(months.fiscalYears()).containsExactly(2026, 2027);
        assertThat(months.firstPeriodFrom(LocalDate.of(2027, 3, 2))).isEqualTo(OptionalInt.of(2));
        assertThat(months.firstPeriodFrom(LocalDate.of(2026, 3, 2))).isEqualTo(OptionalInt.of(0));
        assertThat(months.firstPeriodFrom(LocalDate.of(2027, 5, 2))).isEmpty();
        assertThatThrownBy(() -> ResourceCalendar.of(none, APRIL, Grain.YEAR, 101))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_freezes_a_quarter_gives_what_was_declared_to_the_last_day() {
        OfficeResources resources = Given.resources(Given.usual("t", 62, Grain.QUARTER));
        assertThat(capacity(resources, APRIL, Grain.QUARTER, 8)).containsOnly(62);
        assertThat(capacity(resources, APRIL, Grain.MONTH, 6)).containsExactly(21, 21, 20, 21, 21, 20);
        assertThat(capacity(Given.resources(Given.usual("t", 10, Grain.YEAR)), APRIL, Grain.QUARTER, 4))
                .containsExactly(3, 3, 2, 2);
    }

    @Test
    void an_exception_takes_the_place_of_the_usual_amount_and_the_finer_one_wins() {
        TeamCapacity team = new TeamCapacity(
                "t",
                "T",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TeamCapacity.Usual(20, Grain.MONTH)),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(
                        Map.of(Given.month(2027, 4), 5, FiscalPeriod.of(LocalDate.of(2027, 7, 1), Grain.QUARTER), 9)),
                "");
        assertThat(capacity(Given.resources(team), APRIL, Grain.MONTH, 7)).containsExactly(5, 20, 20, 3, 3, 3, 20);
    }

    @Test
    void what_was_not_declared_is_no_capacity_and_is_named() {
        OfficeResources resources = Given.resources(Given.team("t", Map.of(FiscalPeriod.year(2027), 40)));
        ResourceCalendar calendar = ResourceCalendar.of(resources, APRIL, Grain.QUARTER, 6);
        TeamCapacity team = resources.teams().get(0);
        assertThat(calendar.capacity(team)).containsExactly(10, 10, 10, 10, 0, 0);
        assertThat(calendar.undeclared(team)).extracting(FiscalPeriod::id).containsExactly("FY2028Q1", "FY2028Q2");
    }

    @Test
    void a_team_that_comes_and_goes_gives_its_share_of_the_working_days() {
        // June 2027 has 22 working days; from the 16th on 11 are left. March 2028 has 23; up to the 3rd there are 3.
        OfficeResources resources = Given.resources(
                Given.present("t", 22, Grain.MONTH, LocalDate.of(2027, 6, 16), LocalDate.of(2028, 3, 3)));
        int[] capacity = capacity(resources, APRIL, Grain.MONTH, 13);
        assertThat(capacity).containsExactly(0, 0, 11, 22, 22, 22, 22, 22, 22, 22, 22, 22 * 3 / 23, 0);
        assertThat(ResourceCalendar.of(resources, APRIL, Grain.MONTH, 13)
                        .undeclared(resources.teams().get(0)))
                .isEmpty();
    }

    @Test
    void the_turn_of_the_year_takes_working_days_from_december_and_january() {
        // 29 to 31 December 2027 are three of 23 working days; 3 January 2028 is one of 21; the 1st and 2nd a weekend.
        OfficeResources resources = Given.resources(
                Given.usual("t", 40, Grain.MONTH),
                Given.freeze(FreezeEffect.WORK, FreezeScope.OFFICE, "", "12-29", "01-03"));
        int[] capacity = capacity(resources, LocalDate.of(2027, 12, 1), Grain.MONTH, 3);
        assertThat(capacity).containsExactly(40 * 20 / 23, 40 * 20 / 21, 40);
        // The one that began before the calendar reaches into its first month.
        assertThat(capacity(resources, LocalDate.of(2028, 1, 1), Grain.MONTH, 1))
                .containsExactly(40 * 20 / 21);
    }

    @Test
    void a_freeze_of_one_team_leaves_the_others_and_a_change_freeze_leaves_capacity() {
        OfficeResources resources = Given.resources(
                Given.usual("a", 30, Grain.MONTH),
                Given.usual("b", 30, Grain.MONTH),
                Given.freeze(FreezeEffect.WORK, FreezeScope.TEAM, "a", "2027-04-01", "2027-04-30"),
                Given.freeze(FreezeEffect.CHANGE, FreezeScope.OFFICE, "", "03-01", "03-31"));
        ResourceCalendar calendar = ResourceCalendar.of(resources, LocalDate.of(2027, 3, 1), Grain.MONTH, 3);
        assertThat(calendar.capacities().get(0)).containsExactly(30, 0, 30);
        assertThat(calendar.capacities().get(1)).containsExactly(30, 30, 30);
        assertThat(calendar.cutOverAllowed("s", "a")).containsExactly(false, false, true);
        assertThat(calendar.cutOverAllowed("s", "")).containsExactly(false, true, true);
    }

    @Test
    void a_period_with_one_open_working_day_takes_a_cut_over() {
        OfficeResources resources = Given.resources(
                // All of February 2028 but its leap day, a Tuesday.
                Given.freeze(FreezeEffect.CHANGE, FreezeScope.SYSTEM, "s", "02-01", "02-28"));
        ResourceCalendar leap = ResourceCalendar.of(resources, LocalDate.of(2028, 2, 1), Grain.MONTH, 1);
        ResourceCalendar common = ResourceCalendar.of(resources, LocalDate.of(2029, 2, 1), Grain.MONTH, 1);
        assertThat(leap.cutOverAllowed("s", "")).containsExactly(true);
        assertThat(common.cutOverAllowed("s", "")).containsExactly(false);
        assertThat(common.cutOverAllowed("other", "")).containsExactly(true);
        assertThat(ResourceCalendar.of(resources, LocalDate.of(2029, 1, 1), Grain.QUARTER, 1)
                        .cutOverAllowed("s", ""))
                .containsExactly(true);
    }

    @Test
    void a_freeze_to_the_leap_day_ends_on_the_28th_in_other_years() {
        Freeze.Yearly yearly = new Freeze.Yearly(MonthDay.of(2, 29), MonthDay.of(2, 29));
        assertThat(yearly.in(2028).until()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(yearly.in(2027).until()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void money_counts_in_its_year_and_in_the_states_that_are_asked_for() {
        OfficeResources resources = Given.resources(
                Given.budget("市民課", 2026, 5, BudgetState.GRANTED),
                Given.budget("市民課", 2027, 7, BudgetState.REQUESTED),
                Given.budget("税務課", 2030, 9, null));
        ResourceCalendar calendar = ResourceCalendar.of(resources, LocalDate.of(2027, 3, 1), Grain.MONTH, 14);
        assertThat(calendar.pools()).containsExactly("市民課", "税務課");
        assertThat(calendar.pools("市民課")).containsExactly("市民課");
        assertThat(calendar.budget("市民課", it -> true)).containsExactly(5, 7, 0);
        assertThat(calendar.budget("市民課", it -> it.state().equals(Optional.of(BudgetState.GRANTED))))
                .containsExactly(5, 0, 0);
        assertThat(calendar.budget("税務課", it -> true)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AT_HAND, -, 2026-11-30, 2027-05-30",
                "REQUEST, -, 2027-08-31, 2028-04-01",
                "REQUEST, -, 2027-09-01, 2029-04-01",
                "REQUEST, -, 2028-03-31, 2029-04-01",
                "REQUEST, -, 2028-04-01, 2029-04-01",
                "REQUEST_THEN_TENDER, -, 2027-08-31, 2028-10-01",
                "REQUEST, 11-30, 2027-11-30, 2028-05-30",
                "REQUEST, 11-30, 2027-12-01, 2029-04-01",
                "REQUEST, 02-29, 2027-02-28, 2027-08-28",
                "REQUEST, 02-29, 2027-03-01, 2028-04-01",
                "-, -, 2027-08-31, -",
            })
    void work_starts_when_money_and_procurement_are_there(
            Funding funding, String requestBy, LocalDate requested, LocalDate start) {
        MonthDay last = requestBy == null ? null : MonthDay.parse("--" + requestBy);
        ResourceCalendar calendar =
                ResourceCalendar.of(Given.resources(Given.leadTime(6, funding, last)), APRIL, Grain.MONTH, 12);
        assertThat(calendar.firstStart("hsm", requested)).isEqualTo(Optional.ofNullable(start));
        assertThat(calendar.firstStart("unknown", requested)).isEmpty();
    }

    @Test
    void the_quarter_is_the_sum_of_its_months_whatever_is_frozen() {
        Random random = new Random(5);
        for (int round = 0; round < 100; round++) {
            LocalDate from = APRIL.plusDays(random.nextInt(900));
            OfficeResources resources = Given.resources(
                    Given.usual("t", random.nextInt(300), Grain.values()[random.nextInt(3)]),
                    Given.freeze(
                            FreezeEffect.WORK,
                            FreezeScope.OFFICE,
                            "",
                            from.toString(),
                            from.plusDays(random.nextInt(60)).toString()));
            int[] months = capacity(resources, APRIL, Grain.MONTH, 36);
            int[] quarters = capacity(resources, APRIL, Grain.QUARTER, 12);
            for (int quarter = 0; quarter < 12; quarter++) {
                assertThat(quarters[quarter])
                        .isEqualTo(Arrays.stream(months, quarter * 3, quarter * 3 + 3)
                                .sum());
            }
        }
    }
}
