package dev.shirube.planner.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A risk score from 0 to 100, as an interval: its ends are equal where everything it needs was declared.
 *
 * <p>The weights are ours and come from no source. Compare and sort by the high end: unknown is never taken as harmless.
 *
 * @param low the least score that the unknown values allow
 * @param high the greatest
 * @param completion the completion date it was evaluated at
 * @param question the one declaration that would narrow the interval most; empty where no answer can change it
 * @param trace every term, in the order of the model
 */
public record Score(int low, int high, LocalDate completion, Optional<Question> question, List<ScoreTerm> trace) {

    /** Refuses ends out of order or out of range. */
    public Score {
        if (low < 0 || high > 100 || low > high) {
            throw new IllegalArgumentException("A score lies between 0 and 100, not in [" + low + ", " + high + "]");
        }
        Objects.requireNonNull(completion);
        Objects.requireNonNull(question);
        trace = List.copyOf(trace);
    }

    /** The band of the high end. */
    public RiskBand band() {
        return RiskBand.of(high);
    }

    /** Whether the ends lie in different bands, so that the owner must be asked (要確認). */
    public boolean needsConfirmation() {
        return RiskBand.of(low) != RiskBand.of(high);
    }

    /** The score as printed: one number, or both ends. */
    public String value() {
        return low == high ? Integer.toString(high) : low + "-" + high;
    }
}
