package dev.shirube.domain.resources;

import dev.shirube.domain.InformationSystem;
import dev.shirube.domain.Language;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.ResourceGap.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a plan up to a fiscal year would miss in the declared resources; every sentence ends in what to do. */
public final class ResourceGaps {

    private final OfficeResources resources;
    private final Collection<InformationSystem> systems;
    private final LocalDate asOf;
    private final int lastYear;
    private final List<ResourceGap> gaps = new ArrayList<>();

    private ResourceGaps(
            OfficeResources resources, Collection<InformationSystem> systems, LocalDate asOf, int lastYear) {
        this.resources = resources;
        this.systems = systems;
        this.asOf = asOf;
        this.lastYear = lastYear;
    }

    /**
     * The gaps, in the order of the form's sheets.
     *
     * @param systems the register, which names departments and teams
     * @param lastYear the last fiscal year that is to be planned
     */
    public static List<ResourceGap> of(
            OfficeResources resources, Collection<InformationSystem> systems, LocalDate asOf, int lastYear) {
        ResourceGaps found = new ResourceGaps(resources, systems, asOf, lastYear);
        found.teams();
        found.budgets();
        found.freezes();
        found.leadTimes();
        found.releases();
        return List.copyOf(found.gaps);
    }

    private void teams() {
        if (resources.teams().isEmpty()) {
            add(
                    Code.NO_TEAMS,
                    "",
                    "体制が登録されていません。人日の制約を付けるには体制を登録してください。",
                    "No team is declared. Declare teams, or the plan is an order without capacity.");
        }
        int firstYear = FiscalPeriod.from(asOf, Grain.MONTH).fiscalYear();
        for (TeamCapacity team : resources.teams()) {
            OptionalInt last = lastDeclared(team, firstYear);
            if (last.isEmpty()) {
                add(
                        Code.NO_CAPACITY,
                        team.id(),
                        "体制「" + team.id() + "」に" + year(firstYear).ja() + "以降の人日がありません。人日を記入してください。",
                        "Team " + team.id() + " has no capacity from "
                                + year(firstYear).en() + " on. Give its person-days.");
            } else if (last.getAsInt() < lastYear) {
                add(
                        Code.CAPACITY_ENDS,
                        team.id(),
                        "体制「" + team.id() + "」に" + year(last.getAsInt()).ja() + "より後の人日がありません。続く年度の人日を記入してください。",
                        "Team " + team.id() + " has no capacity after "
                                + year(last.getAsInt()).en() + ". Give its person-days for the years that follow.");
            }
            boolean contractor =
                    team.affiliation().filter(Affiliation.CONTRACTOR::equals).isPresent();
            if (contractor && team.yenPerPersonDay().isEmpty()) {
                add(
                        Code.CONTRACTOR_WITHOUT_COST,
                        team.id(),
                        "委託先「" + team.id() + "」の人日単価がありません。1人日当たりの円を記入してください。",
                        "Contractor " + team.id() + " has no cost. Give its yen per person-day.");
            }
        }
        Set<String> declared = resources.teams().stream().map(TeamCapacity::id).collect(Collectors.toSet());
        count(InformationSystem::team).forEach((team, count) -> {
            if (!declared.isEmpty() && !declared.contains(team)) {
                add(
                        Code.TEAM_NOT_DECLARED,
                        team,
                        "システム " + count + " 件の担当チーム「" + team + "」が体制にありません。体制を登録するか、台帳を修正してください。",
                        "Team " + team + ", which the register names for " + systems(count)
                                + ", is not declared. Declare it, or correct the register.");
            }
        });
    }

    /** The last fiscal year of the plan in which anything above 0 is declared. */
    private OptionalInt lastDeclared(TeamCapacity team, int firstYear) {
        for (int year = lastYear; year >= firstYear; year--) {
            FiscalPeriod period = FiscalPeriod.year(year);
            for (int month = 0; month < Grain.YEAR.months(); month++) {
                if (team.personDays(period.first().plusMonths(month)).orElse(0) > 0) {
                    return OptionalInt.of(year);
                }
            }
        }
        return OptionalInt.empty();
    }

    private void budgets() {
        if (resources.budgets().isEmpty()) {
            add(
                    Code.NO_BUDGETS,
                    "",
                    "予算が登録されていません。費用の制約を付けるには予算を登録してください。",
                    "No budget is declared. Declare budgets, or the plan does not look at money.");
            return;
        }
        Set<String> departments =
                resources.budgets().stream().map(BudgetAllotment::department).collect(Collectors.toSet());
        count(InformationSystem::owner).forEach((owner, count) -> {
            if (!departments.contains(owner)) {
                add(
                        Code.NO_BUDGET_FOR_DEPARTMENT,
                        owner,
                        "システム " + count + " 件を所管する「" + owner + "」の予算がありません。予算を登録してください。",
                        owner + ", which owns " + systems(count) + ", has no budget line. Declare one.");
            }
        });
        SortedMap<String, Integer> last = new TreeMap<>();
        resources.budgets().forEach(it -> last.merge(it.pool(), it.fiscalYear(), Math::max));
        last.forEach((pool, year) -> {
            if (year < lastYear) {
                add(
                        Code.BUDGET_ENDS,
                        pool,
                        "予算「" + pool + "」は" + year(year).ja() + "までです。続く年度の見込みを記入してください。",
                        "Budget " + pool + " ends with " + year(year).en() + ". Give what is expected after it.");
            }
        });
        long open =
                resources.budgets().stream().filter(it -> it.state().isEmpty()).count();
        if (open > 0) {
            add(
                    Code.BUDGET_WITHOUT_STATE,
                    "",
                    "予算 " + open + " 件の状態が未記入です。要求、内示、成立のいずれかを記入してください。",
                    (open == 1 ? "1 budget does" : open + " budgets do")
                            + " not say whether requested, planned or granted. Fill the state in.");
        }
    }

    private void freezes() {
        Set<String> teams = resources.teams().stream().map(TeamCapacity::id).collect(Collectors.toSet());
        Set<String> known = systems.stream().map(InformationSystem::id).collect(Collectors.toSet());
        for (Freeze freeze : resources.freezes()) {
            boolean lost = freeze.scope() == FreezeScope.TEAM && !teams.contains(freeze.target())
                    || freeze.scope() == FreezeScope.SYSTEM && !known.contains(freeze.target());
            if (lost) {
                add(
                        Code.FREEZE_OF_NOBODY,
                        freeze.target(),
                        "凍結「" + freeze.name() + "」の対象「" + freeze.target() + "」が登録されていません。対象IDを修正してください。",
                        "Freeze " + freeze.name() + " is for " + freeze.target()
                                + ", which is not declared. Correct its target.");
            }
        }
    }

    private void leadTimes() {
        if (resources.leadTimes().isEmpty()) {
            add(
                    Code.NO_LEAD_TIMES,
                    "",
                    "調達期間が登録されていません。調達を伴う作業の開始時期を決めるには登録してください。",
                    "No lead time is declared. Declare them, or work that needs procurement starts too early.");
        }
        for (LeadTime it : resources.leadTimes()) {
            if (it.funding().isEmpty()) {
                add(
                        Code.LEAD_TIME_WITHOUT_FUNDING,
                        it.procurement(),
                        "調達「" + it.procurement() + "」の予算手続が未記入で、開始時期が決まりません。予算手続を記入してください。",
                        "Procurement " + it.procurement() + " does not say how it is funded. Fill the funding in.");
            }
        }
    }

    private void releases() {
        for (VendorRelease it : resources.releases()) {
            if (it.latest().filter(asOf::isAfter).isPresent()) {
                add(
                        Code.RELEASE_OVERDUE,
                        it.product(),
                        "「" + it.product() + "」の提供予定 " + it.latest().get() + " を過ぎています。提供元に確認し、更新してください。",
                        it.product() + " was due by " + it.latest().get() + ". Ask the vendor and update the date.");
            }
        }
    }

    private SortedMap<String, Integer> count(Function<InformationSystem, String> field) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        systems.stream().map(field).filter(it -> !it.isEmpty()).forEach(it -> counts.merge(it, 1, Integer::sum));
        return counts;
    }

    private static String systems(int count) {
        return count == 1 ? "1 system" : count + " systems";
    }

    private static Text year(int year) {
        FiscalPeriod period = FiscalPeriod.year(year);
        return new Text(period.label(Language.JA), period.label(Language.EN));
    }

    private void add(Code code, String subject, String ja, String en) {
        gaps.add(new ResourceGap(code, subject, new Text(ja, en)));
    }
}
