package dev.shirube.planner.risk;

import dev.shirube.domain.Exposure;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The score as a function of the completion date: all integers, months and percent, rounded half up.
 *
 * <p>Confidentiality counts the months from the quantum computer's date to the completion plus the protection period:
 * what is recorded until then stays recorded. Authenticity counts the months to the last day anyone relies on it: nothing
 * recorded before helps a forger. The slack to the deadline is the third track; the greatest of the three, weighted by
 * the consequence, is the score. It never falls when the completion moves later.
 */
public final class RiskModel {

    /** The upper end of an unknown period: a century, beyond the last band from any date that can be planned. */
    static final int UNKNOWN_MONTHS = 1200;

    /** Months for which every score can be shown beside the planning date: 2030, 2035, 2040. None of them is a forecast. */
    public static final List<YearMonth> SCENARIOS =
            List.of(YearMonth.of(2030, 12), YearMonth.of(2035, 12), YearMonth.of(2040, 12));

    private RiskModel() {}

    /** The score under each of {@link #SCENARIOS}, in their order; only the quantum computer's month differs. */
    public static SortedMap<YearMonth, Score> scenarios(RiskInputs inputs, LocalDate completion) {
        SortedMap<YearMonth, Score> scores = new TreeMap<>();
        for (YearMonth crqc : SCENARIOS) {
            scores.put(crqc, score(inputs.withCrqc(crqc), completion));
        }
        return Collections.unmodifiableSortedMap(scores);
    }

    /** The score of a use that ends on that day. */
    public static Score score(RiskInputs inputs, LocalDate completion) {
        Point low = point(inputs, completion, false);
        Point high = point(inputs, completion, true);
        return new Score(
                low.score(),
                high.score(),
                completion,
                low.score() == high.score() ? Optional.empty() : bestQuestion(inputs, completion),
                ScoreTrace.of(inputs, low, high));
    }

    /** The question whose worst answer leaves the narrowest interval; the first of equals. */
    private static Optional<Question> bestQuestion(RiskInputs inputs, LocalDate completion) {
        Optional<Question> best = Optional.empty();
        int narrowest = Integer.MAX_VALUE;
        for (Question question : Question.values()) {
            List<RiskInputs> answers = answers(inputs, question, completion);
            int widest = -1;
            for (RiskInputs answer : answers) {
                int width = point(answer, completion, true).score()
                        - point(answer, completion, false).score();
                widest = Math.max(widest, width);
            }
            if (!answers.isEmpty() && widest < narrowest) {
                narrowest = widest;
                best = Optional.of(question);
            }
        }
        return best;
    }

    /** The inputs under every answer (or the extreme ones) to a question that is open; empty where it is not. */
    private static List<RiskInputs> answers(RiskInputs it, Question question, LocalDate completion) {
        List<RiskInputs> answers = new ArrayList<>();
        if (question == Question.IMPACT && it.impact().isEmpty()) {
            for (int impact = 1; impact <= 4; impact++) {
                answers.add(with(
                        it,
                        it.protectionMonths(),
                        it.trustUntil(),
                        it.verifierUpdatable(),
                        Optional.of(impact),
                        it.exposure()));
            }
        } else if (question == Question.EXPOSURE && it.exposure().isEmpty()) {
            for (Exposure exposure : Exposure.values()) {
                answers.add(with(
                        it,
                        it.protectionMonths(),
                        it.trustUntil(),
                        it.verifierUpdatable(),
                        it.impact(),
                        Optional.of(exposure)));
            }
        } else if (question == Question.PROTECTION_PERIOD
                && it.confidentiality()
                && it.protectionMonths().isEmpty()) {
            for (int months : new int[] {0, UNKNOWN_MONTHS}) {
                answers.add(with(
                        it, Optional.of(months), it.trustUntil(), it.verifierUpdatable(), it.impact(), it.exposure()));
            }
        } else if (question == Question.TRUST_HORIZON && trustIsOpen(it)) {
            for (LocalDate day : List.of(completion, completion.plusMonths(UNKNOWN_MONTHS))) {
                answers.add(with(
                        it, it.protectionMonths(), Optional.of(day), Optional.of(false), it.impact(), it.exposure()));
            }
        }
        return answers;
    }

    private static boolean trustIsOpen(RiskInputs it) {
        boolean ends = it.verifierUpdatable().orElse(false);
        boolean exact = it.trustUntil().isPresent() && it.verifierUpdatable().isPresent();
        return it.authenticity() && !ends && !exact;
    }

    private static RiskInputs with(
            RiskInputs it,
            Optional<Integer> protectionMonths,
            Optional<LocalDate> trustUntil,
            Optional<Boolean> verifierUpdatable,
            Optional<Integer> impact,
            Optional<Exposure> exposure) {
        return new RiskInputs(
                it.confidentiality(),
                it.authenticity(),
                protectionMonths,
                trustUntil,
                verifierUpdatable,
                impact,
                exposure,
                it.deadline(),
                it.crqc());
    }

    /** One end of the interval: every unknown value at its harmless or at its harmful end. */
    private static Point point(RiskInputs it, LocalDate completion, boolean high) {
        RiskWeights weights = RiskWeights.standard();
        int x = it.protectionMonths().orElse(high ? UNKNOWN_MONTHS : 0);
        LocalDate r = reliance(it, completion, high);
        long end = index(completion);
        long z = index(it.crqc());
        long confidentiality = Math.max(0, end + x - z);
        long authenticity = Math.max(0, Math.max(end, index(r)) - z);
        int urgency = 0;
        urgency = it.confidentiality() ? Math.max(urgency, weights.exposure(confidentiality)) : urgency;
        urgency = it.authenticity() ? Math.max(urgency, weights.exposure(authenticity)) : urgency;
        Optional<Long> slack = it.deadline().map(deadline -> slack(completion, deadline));
        Optional<Integer> pressure = slack.map(weights::slack);
        urgency = Math.max(urgency, pressure.orElse(0));
        int consequence = weights.consequence(
                it.impact().orElse(high ? 4 : 1), it.exposure().orElse(high ? Exposure.INTERNET : Exposure.ISOLATED));
        int score = (urgency * consequence + 50) / 100;
        return new Point(completion, x, r, confidentiality, authenticity, slack, pressure, urgency, consequence, score);
    }

    /** R: an updatable verifier relies on it no longer than until the migration; otherwise until the declared day. */
    private static LocalDate reliance(RiskInputs it, LocalDate completion, boolean high) {
        if (it.verifierUpdatable().orElse(!high && it.verifierUpdatable().isEmpty())) {
            return completion;
        }
        return it.trustUntil().orElse(high ? completion.plusMonths(UNKNOWN_MONTHS) : completion);
    }

    /** Whole months by calendar month; a completion after the deadline is late even within the same month. */
    private static long slack(LocalDate completion, LocalDate deadline) {
        long months = index(deadline) - index(completion);
        return completion.isAfter(deadline) ? Math.min(months, -1) : months;
    }

    private static long index(LocalDate day) {
        return index(YearMonth.from(day));
    }

    private static long index(YearMonth month) {
        return month.getYear() * 12L + month.getMonthValue();
    }

    /** Every term of one end of the interval. */
    record Point(
            LocalDate completion,
            int protectionMonths,
            LocalDate reliance,
            long confidentialityMonths,
            long authenticityMonths,
            Optional<Long> slackMonths,
            Optional<Integer> pressure,
            int urgency,
            int consequence,
            int score) {}
}
