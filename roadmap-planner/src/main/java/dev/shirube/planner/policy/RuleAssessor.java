package dev.shirube.planner.policy;

import dev.shirube.domain.Text;
import dev.shirube.planner.Adoption;
import dev.shirube.planner.PlanSettings;
import java.time.LocalDate;
import java.util.Optional;

/** Passes the verdict of one cited rule on one subject; the meaning of each outcome is written at {@link Verdict}. */
final class RuleAssessor {

    private final Citation citation;
    private final PlanSettings settings;
    private final Optional<LocalDate> completion;
    private final Optional<LocalDate> deadline;

    RuleAssessor(Citation citation, PlanSettings settings, Optional<LocalDate> completion) {
        this.citation = citation;
        this.settings = settings;
        this.completion = completion;
        this.deadline = citation.rule().deadline(settings.reading());
    }

    Verdict assess(Subject subject) {
        if (settings.adoption(citation.pack()) == Adoption.OUT_OF_SCOPE) {
            return undated(
                    Verdict.Outcome.NOT_APPLICABLE, new Text("適用範囲外と申告されている", "declared to be out of its scope"));
        }
        Applicability.Answer answer = Applicability.of(citation.rule(), subject, settings.answers());
        if (answer.value() == Applicability.NONE) {
            return undated(Verdict.Outcome.NOT_APPLICABLE, answer.reason());
        }
        if (citation.scopeOpen(settings)) {
            return new Verdict(
                    Verdict.Outcome.INDETERMINATE,
                    citation,
                    deadline,
                    new Text("適用範囲に入るかが申告されていない", "whether the organisation is in its scope is not declared"));
        }
        return switch (answer.value()) {
            case NONE ->
                throw new IllegalStateException(
                        "The verdict on " + citation.rule().id() + " was passed above");
            case UNKNOWN -> new Verdict(Verdict.Outcome.INDETERMINATE, citation, deadline, answer.reason());
            case OUTSIDE ->
                verdict(
                        Verdict.Outcome.WARN,
                        answer.reason().ja(),
                        answer.reason().en());
            case MET -> undated(Verdict.Outcome.OK, answer.reason());
            case MATCHES -> matched();
        };
    }

    private Verdict matched() {
        return switch (citation.rule().state().effect()) {
            case NONE ->
                undated(
                        Verdict.Outcome.NOT_APPLICABLE,
                        new Text("計画や組織についての規則である", "the rule is about plans and organisations"));
            case NOT_KNOWN ->
                undated(Verdict.Outcome.INDETERMINATE, new Text("規則の内容が未確認である", "what the rule says was not seen"));
            case ALLOWS_USE -> allowed();
            case DISCOURAGES_USE -> dated(false);
            case ENDS_USE -> dated(citation.mayFail(settings));
        };
    }

    private Verdict allowed() {
        return citation.verified()
                ? undated(Verdict.Outcome.OK, new Text("許容されている", "it is allowed"))
                : undated(
                        Verdict.Outcome.INDETERMINATE,
                        new Text("許容とする規則が未検証である", "the rule that would allow it is unverified"));
    }

    private Verdict dated(boolean mayFail) {
        if (deadline.isEmpty() && citation.rule().state().holdsWithoutDate()) {
            RuleState state = citation.rule().state();
            return verdict(
                    mayFail ? Verdict.Outcome.FAIL : Verdict.Outcome.WARN,
                    state.label().ja(),
                    state.label().en());
        }
        if (deadline.isEmpty()) {
            return undated(
                    Verdict.Outcome.INDETERMINATE,
                    new Text("期日が示されていない。組織で定める必要がある", "no date is given: the organisation must set one"));
        }
        LocalDate last = deadline.get();
        Verdict.Outcome missed = mayFail ? Verdict.Outcome.FAIL : Verdict.Outcome.WARN;
        if (settings.asOf().isAfter(last)) {
            return verdict(
                    missed,
                    "期限 " + last + " を過ぎて使われている（基準日 " + settings.asOf() + "）",
                    "still in use after " + last + " (as of " + settings.asOf() + ")");
        }
        if (completion.isPresent() && completion.get().isAfter(last)) {
            return verdict(
                    missed,
                    "移行の完了 " + completion.get() + " が期限 " + last + " に間に合わない",
                    "its migration ends on " + completion.get() + ", after " + last);
        }
        if (last.isAfter(settings.horizon().lastDay())) {
            return verdict(
                    Verdict.Outcome.OK,
                    "計画期間の後の " + last + " まで使える",
                    "usable until " + last + ", which is after the planning horizon");
        }
        return ahead(last);
    }

    private Verdict ahead(LocalDate last) {
        RuleState state = citation.rule().state();
        return state.effect() == RuleState.Effect.DISCOURAGES_USE
                ? verdict(
                        Verdict.Outcome.WARN,
                        last + " の後は" + state.label().ja(),
                        state.label().en() + " after " + last)
                : verdict(Verdict.Outcome.WARN, last + " までに移行が必要", "migration is due by " + last);
    }

    private Verdict verdict(Verdict.Outcome outcome, String ja, String en) {
        return new Verdict(outcome, citation, deadline, new Text(ja, en));
    }

    private Verdict undated(Verdict.Outcome outcome, Text reason) {
        return new Verdict(outcome, citation, Optional.empty(), reason);
    }
}
