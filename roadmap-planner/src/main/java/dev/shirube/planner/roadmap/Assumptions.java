package dev.shirube.planner.roadmap;

import dev.shirube.domain.Team;
import dev.shirube.domain.Text;
import dev.shirube.domain.resources.BudgetState;
import dev.shirube.planner.PlanSettings;
import dev.shirube.planner.migration.MigrationMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything a reader of the plan must know that no source backs, sentence by sentence. */
final class Assumptions {

    private Assumptions() {}

    static List<Text> of(PlanSettings settings, Resources resources, CapacityBasis basis, Plan plan) {
        TeamCalendar calendar = plan.calendar();
        List<Text> lines = new ArrayList<>();
        lines.add(new Text("基準日：" + settings.asOf(), "As of " + settings.asOf()));
        lines.add(basis.label());
        lines.add(new Text(
                "期限の年の読み方：" + settings.reading().label().ja(),
                "Reading of a deadline's year: " + settings.reading().label().en()));
        lines.add(new Text(
                "量子計算機の想定時期：" + settings.crqc() + "（計画上の想定であり予測ではない）",
                "Scenario date of the quantum computer: " + settings.crqc() + " (a planning date, not a forecast)"));
        lines.add(adoption(settings));
        lines.add(new Text("点数の重みは当製品が定めたものであり、出典はない", "The weights of the scores are ours and come from no source"));
        if (plan.drafts().stream().anyMatch(it -> it.effort().assumed())) {
            lines.add(
                    new Text(
                            "工数が登録されていない種類の作業は、当製品の計画上の仮定を用いた（出典はない）",
                            "Kinds of work without an effort of the office's own use a planning assumption of ours, without a source"));
        }
        lines.add(new Text(
                "着手できる最初の四半期は " + calendar.first() + "、計画の最後は " + settings.horizon(),
                "The first quarter in which work can start is " + calendar.first() + ", the last one planned is "
                        + settings.horizon()));
        undeclared(resources, calendar, lines);
        money(resources, plan, lines);
        lines.add(
                new Text(
                        "移行先の表の版：" + MigrationMap.standard().version()
                                + "。CRYPTREC暗号リストの署名の行は未確認のため、日本の推奨としての署名の移行先は示さない",
                        "Version of the migration map: "
                                + MigrationMap.standard().version()
                                + ". No signature is named as a Japanese recommendation: those rows of CRYPTREC's list were not seen"));
        lines.add(new Text(
                "早期移行の基準（機微性・保護期間の年数）は戦略に示されていないため、点数の順による",
                "The strategy gives no threshold for going earlier, so the order is that of the scores"));
        lines.add(
                new Text(
                        "TLS の認証は証明書の検出による。テストコードの検出は報告するが、作業の対象としない",
                        "Authentication in TLS is judged by certificates; findings in test code are reported but make no tasks"));
        return List.copyOf(lines);
    }

    private static Text adoption(PlanSettings settings) {
        if (settings.packs().isEmpty()) {
            return new Text("方針が指定されていないため、期限は示さない", "No policy pack is in use, so no deadline is shown");
        }
        boolean adopted = settings.packs().keySet().stream().anyMatch(settings::adopts);
        return adopted
                ? new Text(
                        "内部規則として採用した方針の期限を用いる", "Deadlines are those of the packs that were adopted as internal rules")
                : new Text(
                        "内部規則として採用した方針がないため、期限は参考として示し、配置と点数には用いない",
                        "No pack is adopted as an internal rule: dates are shown, but bind neither schedule nor score");
    }

    private static void money(Resources resources, Plan plan, List<Text> lines) {
        if (plan.pools().isEmpty()) {
            lines.add(new Text("予算が未登録のため、費用の制約はない", "No budget is declared: the plan does not look at money"));
            return;
        }
        lines.add(
                new Text(
                        "予算の範囲内で配置した（登録のない年度は 0 円とし、翌年度への繰越しはない）",
                        "Placed within the declared budgets (a year without one is taken as no money; nothing is carried over)"));
        long open = resources.office().budgets().stream()
                .filter(it -> it.yen() > 0 && !it.state().equals(Optional.of(BudgetState.GRANTED)))
                .count();
        if (open > 0) {
            lines.add(
                    new Text(
                            "うち " + open + " 件の予算は成立していない（要求・内示・未記入の額も使えるものとした）",
                            open
                                    + " of these budgets are not in force yet; what is requested, planned or without a state was counted on"));
        }
        long unknown =
                plan.drafts().stream().filter(it -> it.effort().yen().isEmpty()).count();
        if (unknown > 0) {
            lines.add(
                    new Text(
                            "費用が登録されていない作業 " + unknown + " 件は、どの予算も使わないものとした",
                            unknown
                                    + " tasks of unknown cost were taken to spend nothing: declare yen for their kind or team"));
        }
    }

    /** Quarters of the plan in which a team has no declared capacity: nothing can be placed there. */
    private static void undeclared(Resources resources, TeamCalendar calendar, List<Text> lines) {
        for (Team team : resources.teams()) {
            int missing = 0;
            for (int period = 0; period < calendar.periods(); period++) {
                missing += team.personDays().containsKey(calendar.quarter(period)) ? 0 : 1;
            }
            if (missing > 0) {
                lines.add(new Text(
                        "チーム " + team.id() + " は計画期間のうち " + missing + " 四半期の体制が未登録（0 人日とした）",
                        "Team " + team.id() + " has no declared capacity in " + missing
                                + " quarters of the plan (taken as none)"));
            }
        }
    }
}
