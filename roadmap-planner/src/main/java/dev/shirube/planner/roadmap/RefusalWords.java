package dev.shirube.planner.roadmap;

import dev.shirube.domain.FiscalQuarter;
import dev.shirube.domain.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words what refuses a task. */
final class RefusalWords {
    private final Plan plan;

    RefusalWords(Plan plan) {
        this.plan = plan;
    }

    /** Why a task cannot start before the quarter in which it does. */
    Reason reason(int job, Refusal refusal) {
        return new Reason(refusal.kind(), text(job, refusal), Optional.empty());
    }

    private Text text(int job, Refusal refusal) {
        String quarter =
                quarter(Math.min(refusal.at(), Math.max(0, plan.calendar().periods() - 1)));
        return switch (refusal.kind()) {
            case PREDECESSOR -> {
                String id = plan.drafts().get(refusal.index()).id();
                yield new Text(
                        "先行作業 " + id + " が終わった後の最初の四半期（" + quarter + "）である",
                        quarter + " is the first quarter after its predecessor " + id + " is finished");
            }
            case FREEZE ->
                new Text(quarter + " は凍結期間のため切替えができない", "nothing may be cut over in " + quarter + ", which is frozen");
            case CAPACITY -> capacity(refusal, quarter);
            case BUDGET -> {
                String line = plan.pools().get(refusal.index());
                int year = plan.calendar().first().year() + refusal.at();
                yield new Text(
                        "予算 " + line + " の " + year + "年度は " + yen(refusal.missing()) + " 円不足（より優先する作業が使う、又は未計上）",
                        "budget " + line + " lacks " + yen(refusal.missing()) + " yen in FY" + year
                                + ": more urgent work spends it, or it was not given");
            }
            case RENEWAL -> {
                int year = plan.alignment(job).fiscalYear().orElseThrow();
                yield new Text(
                        year + "年度の更改に合わせるため、" + quarter + " からとした",
                        "it is aligned with the system's renewal in FY" + year + ", so not before " + quarter);
            }
            case WAIT ->
                plan.drafts().get(job).review().isPresent()
                        ? new Text("見直しの四半期である", "this is the quarter of the review")
                        : new Text(
                                quarter + " より前には着手できないとされている", "it was said that it cannot start before " + quarter);
            default -> plan.job(job).bounds().get(refusal.index()).text();
        };
    }

    private Text capacity(Refusal refusal, String quarter) {
        String team = plan.calendar().teams().get(refusal.index());
        int given = plan.calendar().capacities().get(refusal.index()).get(refusal.at());
        return given == 0
                ? new Text(
                        "チーム " + team + " は " + quarter + " に登録された体制がない",
                        "team " + team + " has no capacity declared in " + quarter)
                : new Text(
                        "チーム " + team + " は " + quarter + " に " + refusal.missing() + " 人日不足（" + given
                                + " 人日はより優先する作業が占める）",
                        "team " + team + " has no room in " + quarter + ": " + refusal.missing()
                                + " person-days are missing, more urgent work takes its " + given);
    }

    /** The same as a value. */
    Hold hold(int job, Refusal refusal) {
        int last = Math.max(0, plan.calendar().periods() - 1);
        Optional<FiscalQuarter> at = Optional.of(plan.calendar().quarter(Math.min(refusal.at(), last)));
        return switch (refusal.kind()) {
            case PREDECESSOR ->
                new Hold(refusal.kind(), plan.drafts().get(refusal.index()).id(), at, 0);
            case CAPACITY ->
                new Hold(refusal.kind(), plan.calendar().teams().get(refusal.index()), at, refusal.missing());
            case BUDGET ->
                new Hold(
                        refusal.kind(),
                        plan.pools().get(refusal.index()),
                        Optional.of(new FiscalQuarter(plan.calendar().first().year() + refusal.at(), 1)),
                        refusal.missing() * Funds.UNIT);
            case FREEZE, WAIT, RENEWAL -> new Hold(refusal.kind(), "", at, 0);
            default ->
                new Hold(
                        refusal.kind(),
                        plan.job(job).bounds().get(refusal.index()).key(),
                        at,
                        0);
        };
    }

    /** What would have to be given for a start in that period. */
    Text need(List<Refusal> refusals) {
        StringBuilder ja = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (Refusal refusal : refusals) {
            if (refusal.kind() == Reason.Kind.CAPACITY) {
                String team = plan.calendar().teams().get(refusal.index());
                String quarter = quarter(refusal.at());
                join(
                        ja,
                        en,
                        "チーム " + team + " に " + quarter + " で " + refusal.missing() + " 人日の追加",
                        refusal.missing() + " more person-days of team " + team + " in " + quarter);
            } else if (refusal.kind() == Reason.Kind.BUDGET) {
                String line = plan.pools().get(refusal.index());
                int year = plan.calendar().first().year() + refusal.at();
                join(
                        ja,
                        en,
                        "予算 " + line + " に " + year + "年度で " + yen(refusal.missing()) + " 円の追加",
                        yen(refusal.missing()) + " more yen of budget " + line + " in FY" + year);
            } else if (refusal.kind() == Reason.Kind.FREEZE) {
                String quarter = quarter(refusal.at());
                join(ja, en, quarter + " の凍結の解除", "the freeze of " + quarter + " lifted");
            }
        }
        return new Text(ja + "が必要", "needs " + en);
    }

    private static void join(StringBuilder ja, StringBuilder en, String moreJa, String moreEn) {
        ja.append(ja.length() == 0 ? "" : "、").append(moreJa);
        en.append(en.length() == 0 ? "" : " and ").append(moreEn);
    }

    String quarter(int period) {
        return plan.calendar().quarter(period).toString();
    }

    static String yen(long thousands) {
        return String.format(Locale.ROOT, "%,d", thousands * Funds.UNIT);
    }
}
