package dev.shirube.planner.risk;

import dev.shirube.domain.Text;
import dev.shirube.planner.risk.RiskModel.Point;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes a score's terms down in the order of the model, both ends beside each other. */
final class ScoreTrace {

    private final Point low;
    private final Point high;
    private final List<ScoreTerm> terms = new ArrayList<>();

    private ScoreTrace(Point low, Point high) {
        this.low = low;
        this.high = high;
    }

    static List<ScoreTerm> of(RiskInputs inputs, Point low, Point high) {
        ScoreTrace trace = new ScoreTrace(low, high);
        trace.term("E", it -> month(it.completion()), "移行の完了", "completion of the migration");
        trace.term(
                "Z",
                it -> inputs.crqc().toString(),
                "量子計算機の想定時期（計画上の想定であり予測ではない）",
                "scenario date of the quantum computer (a planning date, not a forecast)");
        if (inputs.confidentiality()) {
            trace.confidentiality();
        }
        if (inputs.authenticity()) {
            trace.authenticity();
        }
        inputs.deadline().ifPresent(deadline -> trace.deadline(deadline.toString()));
        trace.term("U", it -> percent(it.urgency()), "緊急度：上の最大", "urgency: the greatest of the above");
        trace.term("Q", it -> percent(it.consequence()), "影響度と露出による重み", "weight by impact and exposure");
        trace.term("score", it -> Integer.toString(it.score()), "点数 = U × Q（四捨五入）", "score = U x Q, half up");
        return List.copyOf(trace.terms);
    }

    private void confidentiality() {
        term("X", it -> months(it.protectionMonths()), "情報の保護期間", "how long the data must stay confidential");
        term("S_C", it -> months(it.confidentialityMonths()), "守秘の不足：E + X − Z", "confidentiality: E + X - Z");
    }

    private void authenticity() {
        term("R", it -> month(it.reliance()), "署名が信頼される最後の月", "last month anyone relies on the signature");
        term("S_A", it -> months(it.authenticityMonths()), "真正性の不足：max(E, R) − Z", "authenticity: max(E, R) - Z");
    }

    private void deadline(String deadline) {
        term("D", it -> deadline, "採用した規則の最も早い期限", "earliest deadline of the adopted rules");
        term(
                "P",
                it -> percent(it.pressure().orElseThrow()) + " ("
                        + months(it.slackMonths().orElseThrow()) + ")",
                "期限までの余裕による圧力",
                "pressure of the slack before the deadline");
    }

    private void term(String symbol, Function<Point, String> value, String ja, String en) {
        terms.add(new ScoreTerm(symbol, value.apply(low), value.apply(high), new Text(ja, en)));
    }

    private static String month(java.time.LocalDate day) {
        return YearMonth.from(day).toString();
    }

    private static String months(long months) {
        return months + " m";
    }

    private static String percent(int percent) {
        return percent + " %";
    }
}
