package dev.shirube.planner.policy;

import dev.shirube.domain.Text;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What one rule says of one asset on the as-of day.
 *
 * <p>A rule with a date does not fail an asset merely for being in use before that date:
 *
 * <ul>
 *   <li>FAIL: the as-of day is past the deadline, or the planned or earliest possible completion is. What may fail at all is
 *       said at {@link Citation#mayFail}.
 *   <li>WARN: the rule matches, and its deadline lies ahead (migration is due by then); or it would fail but must not.
 *   <li>OK: the rule speaks of this use and the asset meets it; where it has an end beyond the planning horizon, the date
 *       says until when.
 *   <li>NOT_APPLICABLE: the rule does not speak of this use.
 *   <li>INDETERMINATE: something that decides is not known (要確認).
 * </ul>
 *
 * @param deadline last day under the chosen reading of ambiguous years; empty where the rule gives none
 * @param reason why, naming the values compared
 */
public record Verdict(Outcome outcome, Citation citation, Optional<LocalDate> deadline, Text reason) {

    /** The five outcomes, from good to bad; what is unknown stands apart at the end. */
    public enum Outcome {
        OK(new Text("適合", "OK"), 1),
        NOT_APPLICABLE(new Text("対象外", "not applicable"), 0),
        WARN(new Text("注意", "warning"), 3),
        FAIL(new Text("不適合", "fail"), 4),
        INDETERMINATE(new Text("要確認", "needs confirmation"), 2);

        private final Text label;
        private final int weight;

        Outcome(Text label, int weight) {
            this.label = label;
            this.weight = weight;
        }

        /**
         * What holds where both do: the greater of NOT_APPLICABLE, OK, INDETERMINATE, WARN, FAIL, in this order. What is
         * certain outweighs what is open, because what is open can only make it worse; see {@link Verdicts#open()}.
         */
        public Outcome and(Outcome other) {
            return other.weight > weight ? other : this;
        }

        /** What reports print. */
        public Text label() {
            return label;
        }
    }

    /** Refuses null, and a failure that rests on an unverified rule. */
    public Verdict {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(citation);
        Objects.requireNonNull(deadline);
        Objects.requireNonNull(reason);
        if (outcome == Outcome.FAIL && !citation.couldFail()) {
            throw new IllegalArgumentException("The rule " + citation.rule().id()
                    + " is unverified or for information only, and must not fail anything");
        }
    }

    /** Whether this verdict asks for a migration by its deadline; a deprecation does not. */
    public boolean migrationDue() {
        return (outcome == Outcome.WARN || outcome == Outcome.FAIL)
                && deadline.isPresent()
                && citation.rule().state().effect() == RuleState.Effect.ENDS_USE;
    }
}
